"""Marks in front of a caption: "FILE PHOTO:", "Image caption", "Toggle caption"."""

import re

from article_clean.core.patterns import pattern_of

FRONT = pattern_of(
    r"""
    PHOTOS?:\s(?=[A-Z])
    | PHOTOS?\sBY\s(?:[A-Z.'’-]{2,}\s){2,3}(?=[A-Z][\w’']*[a-z])
    | \(?FILE(?:\sPHOTOS?|\sIMAGE|\sPIC(?:TURE)?)?\s?[-–—:.]\s?(?=\S)
    | \(?FILE\s\(AP\)\s?[-–—]
    | (?:Media\splayback\sis\sunsupported\son\syour\sdevice\s)?
      (?:Image|Media|Video|Photo|Picture)\scaption[,:]?\s(?=["“'A-Z])
    | (?:Image|Media)\s(?:source|copyright)[,:]?\s
    | (?:Buy\sPhoto|View\sphotos?|Enlarge\sthis\simage(?:\stoggle\scaption)?|[Tt]oggle\scaption|Hide\scaption)\s
    | Open\sthis\sphoto\sin\sgallery(?::\s?|\s)
    | (?:SUBMITTED|COURTESY|CONTRIBUTED|STAFF|HANDOUT|PROVIDED)\s(?:PHOTO|IMAGE)S?\s?[-–—:/]?\s?(?=\w)
    | (?:PICTURED|Pictured|Caption|Photo\scaption|Bildunterschrift|Legende)\s?:\s
    | \(?(?:file|FILE)\sphoto\)\s
    """,
    re.VERBOSE,
)
