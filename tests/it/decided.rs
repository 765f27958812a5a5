//! What the judges once decided two ways, each as a small case with a name and the word that the tables give it.

use crate::particular::{WORDS, judged};
use iml_check::finding::Verdict;

/// Words of the rules for kinds by reason.
const PUNISH: &str = "fact crossed
fact origin one of north, south, west usually west
reason crossing of crossed
reason descent of origin is north, origin is south
measure punish in field
measure punish-crossing means punish for reason crossing in field
measure punish-descent means punish for reason descent in field
";

/// What is decided, words of the rules, the standard, the law, the word.
const DECIDED: [(&str, &str, &str, &str, Verdict); 15] = [
    (
        "who is refused something always is treated worse than who is refused it with one measure",
        "",
        "equal s among any regardless of ill never justified",
        "article 1 {\n must not give s to any where ill\n must not give s to any whenever m\n}",
        Verdict::Incompatible,
    ),
    (
        "who is refused something with one measure is treated worse than who is given it always",
        "",
        "equal s among any regardless of ill",
        "article 1 { must give s to any }\narticle 2 { must not give s to any whenever m where ill notwithstanding article 1 }",
        Verdict::ToAssess,
    ),
    (
        "what is given once is not as good as what is given again and again",
        "",
        "equal s among any regardless of ill",
        "article 1 { must give s to any every 20 hours where ill }\narticle 2 { must give s to any }",
        Verdict::ToAssess,
    ),
    (
        "what is refused of anything that is given counts too",
        "",
        "equal any safeguard among any regardless of ill never justified",
        "article 1 { must give s to any }\narticle 2 { must not give s to any where ill notwithstanding article 1 }",
        Verdict::Incompatible,
    ),
    (
        "what is final does not refuse the review that its own article gives",
        "safeguard review in field\n",
        "require review whenever m of any",
        "article 1 {\n may m of any final\n must give review to any\n}",
        Verdict::Provided,
    ),
    (
        "a refusal under an article is of the measure it names",
        "measure other in field\n",
        "require s whenever m of any",
        "article 1 {\n may m of any\n must not give s to any whenever other under article 1\n}",
        Verdict::NotFound,
    ),
    (
        "asked for in one word's wider word, and given in two",
        "kind court\nsafeguard heard in field\nsafeguard judged is a heard in field is s by court\n",
        "require heard whenever m of any",
        "article 1 { may m of any giving s by court }",
        Verdict::Provided,
    ),
    (
        "a clause that subjects one power to a treaty saves nobody from another",
        "",
        "require ban on m of any",
        "article 1 { may m of any }\narticle 2 { saving X under article 1 }\narticle 3 { may m of any }",
        Verdict::Incompatible,
    ),
    (
        "a clause that subjects a power to a treaty is of what some people alone bear, too",
        "",
        "equal m among any regardless of ill never justified",
        "article 1 { may m of any where ill }\narticle 2 { saving X under article 1 }",
        Verdict::ToAssess,
    ),
    (
        "what comes with one kind of a measure does not carry a leg for another",
        "measure narrow is a m in field\nsafeguard assessment in field serves necessity\n",
        "justify m of any by necessity weighed",
        "article 1 { may m of any }\narticle 2 { must give assessment to any whenever narrow }",
        Verdict::NotFound,
    ),
    (
        "a ground that is open may be another than the one that is prohibited",
        PUNISH,
        "forbid punish of any",
        "open fact grave \"in grave cases\"\narticle 1 { may punish of any where grave }\n\
         article 2 { must not punish-crossing of any }",
        Verdict::Incompatible,
    ),
    (
        "an own fact that implies a fact of the reason is one of them",
        PUNISH,
        "forbid punish-crossing of any",
        "fact climbed \"climbing the fence\" implies crossed\narticle 1 { may punish of any where climbed }",
        Verdict::Incompatible,
    ),
    (
        "no is whatever value a reason does not name",
        PUNISH,
        "forbid punish-descent of any",
        "article 1 { may punish of any where (origin is north or origin is south) }",
        Verdict::Incompatible,
    ),
    (
        "of whom a measure ends a fact, those are asked of whom it has ended",
        "fact here\nalways here\nmeasure leave in field ends here\n",
        "require s whenever leave of any where not here",
        "article 1 { may leave of any }",
        Verdict::NotFound,
    ),
    (
        "for another reason nobody is reached, and nothing is said of them",
        PUNISH,
        "forbid punish of any where crossing",
        "article 1 { may punish of any where ill }",
        Verdict::NotExamined,
    ),
];

#[test]
fn each_has_the_word_that_the_tables_give() {
    for (what, words, standard, law, expected) in DECIDED {
        let result = &judged(&format!("{WORDS}{words}"), standard, law).results[0];
        assert_eq!(result.verdict, expected, "{what}\n{:#?}", result.findings);
    }
}
