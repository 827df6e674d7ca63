"""Words that stand in place of a name or of a section, as metadata of several sites have them."""

from article_clean.knowledge.word_lists import names

PLACEHOLDERS = names("""
    admin, administrator, administrador, webmaster, web master, editor, editors, editorial, editorial team,
    editorial staff, editorial board, the editors, the editorial team, staff, staff writer, staff writers,
    staff reporter, staff reporters, staff report, our staff, guest, guest author, guest post, guest writer,
    guest contributor, contributor, contributors, contributing writer, author, authors, author name, anonymous, unknown,
    user, root, default, test, none, null, undefined, n/a, na, newsroom, news desk, newsdesk, web desk, online desk,
    desk, redaktion, die redaktion, redacción, redaccion, la redacción, redação, da redação, redazione, la redazione,
    rédaction, la rédaction, redactie, redakcja, redakce, redaksi, redaktionen, toimitus, reporter, correspondent, team,
    the team, content team, marketing, marketing team, press release, wordpress, by, name, view all posts, posts,
    read more, learn more, follow, share, see all, more, about the author, website, twitter, facebook, linkedin,
    instagram, email, super user, site admin, sponsored, news agencies, agencies, agency, agencias, agenturen
""")

NO_SECTIONS = names("""
    uncategorized, uncategorised, unkategorisiert, allgemein, sin categoría, sin categorizar, sem categoria,
    sem categoría, non classé, non catégorisé, senza categoria, geen categorie, ukategoriseret, ukategorisert,
    okategoriserade, bez kategorii, nezařazené, без рубрики, без категории, без категорії, χωρίς κατηγορία,
    kategorilenmemiş, 未分類, 未分类, 미분류, default, home, homepage, home page, front page, startseite, none, null,
    undefined, other, tag, tags, section, sections, category, article, articles, post, posts, page, pages, all
""")
