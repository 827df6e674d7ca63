"""Words that stand behind names, and words that are in the names of organisations and papers and in no person's.

DEGREES stand behind a name, SUFFIXES belong to it. A name with a word of ORGANISATION is none of a person; one with a
word of PAPERS is not, where a person is named before it.
"""

from article_clean.knowledge.word_lists import names, words

DEGREES = names("""
    PhD, Ph.D., Ph.D, MD, M.D., MS, M.S., RD, RDN, LDN, MPH, M.P.H., MBA, M.B.A., JD, J.D., DVM, DDS, DO, RN, BSN, MSN,
    NP, CFP, CFP®, CPA, CPT, CSCS, FAND, MSc, BSc, BA, MA, M.A., EdD, PsyD, PharmD, DPT, LMFT, LCSW, CDCES, CNS, CEPF®,
    CFA, PSP, CPP, DACVB, FACLM, MSW, LPC, DC, ND, FACP, FAAP, Esq., CISSP, PE, P.E., BS, B.S., LVT, VMD, FOMA, DABOM,
    RYT, FACS
""")
SUFFIXES = names("Jr., Jr, Sr., Sr, II, III, IV")
ORGANISATION = words("""
    news newspaper magazine staff team desk bureau editors editorial redaktion redaktionen redacción redazione
    rédaction redação newsroom media agency agencies tribune herald gazette inc inc. llc ltd ltd. gmbh company corp
    university institute department ministry association foundation society council committee center centre network
    online tv radio television zeitung nachrichten blog office studio studios agentur verlag services service
    presse-agentur
""")
PAPERS = words("""
    times post press wire journal today world daily star sun echo globe observer guardian mail express herald
    standard chronicle courier sentinel examiner dispatch bulletin enquirer inquirer ledger mirror telegraph
    independent gazette review digital club guide company clinic xpress
""")
