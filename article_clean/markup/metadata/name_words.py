"""Words in and around authors' names, as metadata and bylines of several sites have them.

DEGREES stand behind a name, SUFFIXES belong to it, PLACEHOLDERS stand in its place, and a name with a word of
ORGANISATION is none of a person; one with a word of PAPERS is not, where it is the name of the site too.
"""

from article_clean.fields.words import names, words

DEGREES = names("""
    PhD, Ph.D., Ph.D, MD, M.D., MS, M.S., RD, RDN, LDN, MPH, M.P.H., MBA, M.B.A., JD, J.D., DVM, DDS, DO, RN, BSN, MSN,
    NP, CFP, CFP®, CPA, CPT, CSCS, FAND, MSc, BSc, BA, MA, M.A., EdD, PsyD, PharmD, DPT, LMFT, LCSW, CDCES, CNS, CEPF®,
    CFA, PSP, CPP, DACVB, FACLM, MSW, LPC, DC, ND, FACP, FAAP, Esq., CISSP, PE, P.E., BS, B.S., LVT, VMD, FOMA, DABOM,
    RYT, FACS
""")
SUFFIXES = names("Jr., Jr, Sr., Sr, II, III, IV")
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
ORGANISATION = words("""
    news newspaper magazine staff team desk bureau editors editorial redaktion redaktionen redacción redazione rédaction
    redação newsroom media agency agencies tribune herald gazette inc inc. llc ltd ltd. gmbh company
    corp university institute department ministry association foundation society council committee center centre
    network online tv radio television zeitung nachrichten blog office studio studios agentur verlag
    services service presse-agentur
""")
PAPERS = words("""
    times post press wire journal today world daily star sun echo globe observer guardian mail express herald standard
    chronicle courier mirror telegraph independent gazette review digital club guide company clinic
""")
