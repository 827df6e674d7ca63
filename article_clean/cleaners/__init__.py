"""A `Document` in, edits out: every cleaner of the default pipeline in one table, one file a family.

A new one: write it in its family's file, name it here.
"""

from article_clean.cleaners.adverts import advert, affiliate_disclosure
from article_clean.cleaners.api_residue import api_residue
from article_clean.cleaners.bios import author_bio
from article_clean.cleaners.caption_copies import doubled_captions
from article_clean.cleaners.captions import captions, figure_captions, marked_captions
from article_clean.cleaners.characters import entities, invisible_characters, ligatures, newlines, odd_spaces
from article_clean.cleaners.comments import comment_heading, comment_thread, comment_trailers
from article_clean.cleaners.credits import gallery_controls, photo_credit
from article_clean.cleaners.endmatter import contributor_line, tags
from article_clean.cleaners.mojibake import mojibake
from article_clean.cleaners.navigation import navigation
from article_clean.cleaners.newsletters import newsletter
from article_clean.cleaners.notices import cookie_notice, disclaimer, paywall_notice, site_notice
from article_clean.cleaners.page_breaks import page_break
from article_clean.cleaners.page_notes import new_window, reading_time
from article_clean.cleaners.paragraph_ends import paragraph_ends
from article_clean.cleaners.players import embed_notice, video_notice
from article_clean.cleaners.press_releases import press_release
from article_clean.cleaners.promotions import app_promo, call_to_action, donation_plea, follow_us, subscription_offer
from article_clean.cleaners.quotes import lost_spaces, smart_quotes
from article_clean.cleaners.read_aloud import read_aloud_list
from article_clean.cleaners.readers.leftovers import leftovers
from article_clean.cleaners.readers.pages import page_furniture
from article_clean.cleaners.record_labels import record_labels
from article_clean.cleaners.related import read_more, related_list
from article_clean.cleaners.related_inline import related_inline
from article_clean.cleaners.residue import enclosed_captions, markdown_images, residual_markup, shortcodes
from article_clean.cleaners.rights import copyright_line, republication_notice
from article_clean.cleaners.sharing import share_bar, share_plea
from article_clean.cleaners.signoffs import contact_line, end_mark, source_link
from article_clean.cleaners.wraps import hard_wraps
from article_clean.core.cleaner import Cleaner

CLEANERS: tuple[Cleaner, ...] = (
    newlines,
    odd_spaces,
    invisible_characters,
    entities,
    ligatures,
    mojibake,
    residual_markup,
    shortcodes,
    lost_spaces,
    smart_quotes,
    hard_wraps,
    paragraph_ends,
    page_break,
    record_labels,
    api_residue,
    press_release,
    captions,
    marked_captions,
    enclosed_captions,
    markdown_images,
    doubled_captions,
    figure_captions,
    photo_credit,
    gallery_controls,
    comment_trailers,
    comment_thread,
    new_window,
    reading_time,
    share_bar,
    share_plea,
    navigation,
    newsletter,
    follow_us,
    app_promo,
    donation_plea,
    subscription_offer,
    call_to_action,
    advert,
    affiliate_disclosure,
    read_more,
    read_aloud_list,
    related_inline,
    contributor_line,
    copyright_line,
    republication_notice,
    tags,
    cookie_notice,
    site_notice,
    disclaimer,
    paywall_notice,
    video_notice,
    embed_notice,
    comment_heading,
    related_list,
    author_bio,
    source_link,
    contact_line,
    end_mark,
    page_furniture,
    leftovers,
)
