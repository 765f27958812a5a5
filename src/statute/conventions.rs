//! How laws are printed, country by country: data, and nothing but data. All words are in small letters without accents
//! where they are in Latin letters, else as they stand.

/// Words that stand before the number of an article.
pub(super) const BEFORE: &[&str] = &[
    // English and the languages of its law reports.
    "article", "articles", "art", "section", "sections", "sec", "s", "regulation", "rule", "clause", "paragraph",
    // Romance.
    "articulo", "artigo", "articolo", "articol", "articolul", "article", "artigo", "artikulu", "artykul",
    // Germanic, Baltic, Slavic, Finno-Ugric, Albanian, Turkic, Basque.
    "artikel", "artikkel", "artikolu", "paragraf", "clanak", "clan", "cl", "neni", "madde", "maddə", "artykul",
    "член", "чл", "статья", "стаття", "статия", "ст", "артыкул", "члан",
    "αρθρο", "άρθρο", "ΑΡΘΡΟ", "մոդված", "հոդված", "მუხლი",
    // Asia and Africa.
    "điều", "pasal", "perkara", "มาตรา", "ข้อ", "ມາດຕາ", "មាត្រា", "ပုဒ်မ", "धारा", "अनुच्छेद", "ধারা",
    "المادة", "مادة", "ماده", "الفصل", "סעיף", "አንቀጽ", "kifungu", "qodobka",
];

/// Signs that stand at once before the number.
pub(super) const SIGNS: &[&str] = &["§§", "§"];

/// Words that stand behind the number of an article.
pub(super) const AFTER: &[&str] =
    &["§", "straipsnis", "pants", "modda", "бап", "artikulua", "зүйл", "artikla"];

/// Words that a part above the articles is headed with, before or behind its number.
pub(super) const PARTS: &[&str] = &[
    "chapter", "part", "title", "book", "division", "subdivision", "subpart", "subchapter", "section", "subsection",
    "titulo", "capitulo", "seccion", "subseccion", "libro", "parte", "secao", "subsecao", "livro",
    "titre", "chapitre", "sous-section", "livre", "partie", "titolo", "capo", "sezione", "titlul", "capitolul", "sectiunea",
    "teil", "kapitel", "abschnitt", "unterabschnitt", "titel", "buch", "hauptstuck", "hoofdstuk", "afdeling",
    "kapittel", "avdeling", "avd", "kap", "luku", "osa", "fejezet", "resz", "cim",
    "tytul", "dzial", "rozdzial", "oddzial", "ksiega", "hlava", "cast", "diel", "kapitola", "glava", "poglavlje", "odjeljak",
    "глава", "раздел", "часть", "розділ", "дял", "κεφαλαιο", "κεφάλαιο", "μέρος", "τμήμα",
    "หมวด", "ลักษณะ", "ส่วนที่", "ภาค", "บทเฉพาะกาล", "الباب", "الفصل", "القسم", "الفرع", "باب", "فصل",
    "chương", "mục", "phần", "bab", "bagian", "bolum", "kisim", "kreu", "taqsima", "titolu", "kapitolu",
];

/// Words that begin what is numbered by itself and is no article of the law: annexes, schedules, additional,
/// transitional and final provisions, notes at the end.
pub(super) const BEYOND: &[&str] = &[
    "annex", "annexe", "annexes", "schedule", "schedules", "the schedule", "first schedule", "second schedule",
    "third schedule", "appendix", "appendices", "endnotes", "endnote", "explanatory note", "form", "forms",
    "anexo", "anexos", "allegato", "allegati", "anhang", "anlage", "anlagen", "bijlage", "bilag", "bilaga", "liite", "lisa",
    "priloha", "priloga", "prilog", "zalacznik", "melleklet", "ek", "ekler", "lampiran", "penjelasan", "phụ lục",
    "приложение", "додаток", "παράρτημα",
    "disposicion adicional", "disposicion transitoria", "disposicion derogatoria", "disposicion final",
    "disposiciones adicionales", "disposiciones transitorias", "disposiciones derogatorias", "disposiciones finales",
    "transitorios", "transitorio", "articulos transitorios", "disposicao transitoria", "disposicoes transitorias",
    "ikrafttradelsesbestemmelser", "overgangsbestemmelser", "overgangsbepalingen",
    "附件", "附录", "附錄", "附表", "附 則", "附則", "別表", "別記", "부칙", "부 칙", "별표",
    "หมายเหตุ", "ภาคผนวก", "บัญชี", "ملحق", "جدول",
];

/// Those of them that are followed by a number in words, or by nothing.
pub(super) const CONTENTS: &[&str] = &[
    "contents", "table of contents", "arrangement of sections", "arrangement of provisions", "arrangement of regulations",
    "inhaltsubersicht", "inhaltsverzeichnis", "sommaire", "table des matieres", "indice", "sumario", "目录", "目 录", "目次",
    "spis tresci", "sisallys", "inhoud", "стор", "สารบัญ", "فهرس", "فهرس الموضوعات", "목차", "toc",
];

/// Words behind a number that make it a reference: § 25 Absatz 3, Article 5 of the Act, 第六十条规定.
pub(super) const REFERENCE: &[&str] = &[
    "absatz", "abs", "satz", "nr", "nummer", "buchstabe", "und", "oder", "bis", "in", "des", "der",
    "paragraph", "paragraphs", "para", "of", "and", "or", "to", "subsection", "subsections", "shall", "applies", "apply",
    "apartado", "parrafo", "fraccion", "fracciones", "inciso", "de", "del", "y", "e", "al", "a", "alinea", "et", "ou", "du",
    "comma", "e", "della", "lid", "mom", "ust", "stk", "ledd", "mgr", "bekezdes", "вести", "части", "часть", "пункт",
    "แห่ง", "วรรค", "และ", "หรือ", "ถึง", "ให้", "من", "و", "إلى",
];

/// Words that no line of a heading ends with: the sentence goes on.
pub(super) const GOES_ON: &[&str] = &[
    "under", "in", "of", "to", "by", "with", "and", "or", "the", "from", "for", "a", "an", "section", "article", "sections",
    "nach", "des", "der", "die", "das", "den", "dem", "gemass", "und", "oder", "im", "von", "vom", "zu", "mit", "auf", "fur",
    "de", "del", "la", "el", "en", "por", "y", "o", "los", "las", "con", "al", "articulo", "que", "su", "sus",
    "du", "les", "le", "au", "aux", "et", "ou", "par", "dans", "l", "d", "di", "della", "e", "da", "nel", "van", "het", "een",
    "w", "z", "i", "lub", "oraz", "ustawy", "art", "do", "i", "s", "na",
    "ตาม", "และ", "หรือ", "ใน", "แห่ง", "ต่อ", "من", "في", "على", "وفقا", "المادة",
];
