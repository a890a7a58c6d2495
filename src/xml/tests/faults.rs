//! What is not XML is refused with the texts that libvirt's users know, in bounded time.

use std::time::Instant;
use virt_error::{Code, Origin};
use virt_xml::{MAX_ATTRIBUTES, MAX_NODES, parse};

fn fault(text: &str) -> String {
    let error = parse(text, "(domain_definition)", Origin::Domain).expect_err(text);
    assert_eq!(error.code(), Code::XmlDetail);
    assert_eq!(error.origin(), Origin::Domain);
    error.message().strip_prefix("(domain_definition):").expect("the document's name").to_owned()
}

#[test]
fn faults_are_named_and_shown() {
    for (text, expected) in [
        ("", "1: Document is empty\n(null)\n^"),
        ("  ", "1: Start tag expected, '<' not found\n  \n--^"),
        ("text", "1: Start tag expected, '<' not found\ntext\n^"),
        ("<domain", "1: Couldn't find end of Start Tag domain line 1\n<domain\n-------^"),
        (
            "<domain type='test'>",
            "1: Premature end of data in tag domain line 1\n<domain type='test'>\n--------------------^",
        ),
        (
            "<domain></x>",
            "1: Opening and ending tag mismatch: domain line 1 and x\n<domain></x>\n------------^",
        ),
        (
            "<domain type='test'>\n<name>a</nam>\n</domain>",
            "2: Opening and ending tag mismatch: name line 2 and nam\n<name>a</nam>\n-------------^",
        ),
        ("<domain>&foo;</domain>", "1: Entity 'foo' not defined\n<domain>&foo;</domain>\n-------------^"),
        ("<domain/><b/>", "1: Extra content at the end of the document\n<domain/><b/>\n---------^"),
        ("<domain a='1' a='2'/>", "1: Attribute a redefined\n<domain a='1' a='2'/>\n-------------------^"),
        ("<domain a=1/>", "1: AttValue: \" or ' expected\n<domain a=1/>\n----------^"),
        (
            "<domain><name>a & b</name></domain>",
            "1: xmlParseEntityRef: no name\n<domain><name>a & b</name></domain>\n-----------------^",
        ),
        (
            "<domain type='te<st'/>",
            "1: Unescaped '<' not allowed in attributes values\n<domain type='te<st'/>\n----------------^",
        ),
        ("<domain>\u{1}</domain>", "1: PCDATA invalid Char value 1\n<domain>\u{1}</domain>\n--------^"),
        ("<a><!-- c ", "1: Comment not terminated\n<a><!-- c \n----------^"),
        ("<a><!-- c --", "1: Double hyphen within comment: <!-- c \n<a><!-- c --\n----------^"),
        ("<a><!x", "1: StartTag: invalid element name\n<a><!x\n----^"),
        ("<a></a b>", "1: expected '>'\n<a></a b>\n-------^"),
        ("<a></a", "1: expected '>'\n<a></a\n------^"),
        ("<a b='1'", "1: attributes construct error\n<a b='1'\n--------^"),
        ("<a b='1' ", "1: Couldn't find end of Start Tag a line 1\n<a b='1' \n---------^"),
        ("<a b='1'c='2'/>", "1: attributes construct error\n<a b='1'c='2'/>\n--------^"),
        ("<a \"/>", "1: error parsing attribute name\n<a \"/>\n---^"),
        ("<a/><", "1: Extra content at the end of the document\n<a/><\n----^"),
        ("<a><?x", "1: ParsePI: PI x space expected\n<a><?x\n------^"),
        ("<a>]]></a>", "1: Sequence ']]>' not allowed in content\n<a>]]></a>\n---^"),
        ("<a>&#x;</a>", "1: xmlParseCharRef: invalid xmlChar value 0\n<a>&#x;</a>\n-------^"),
        ("<a>&#1x;</a>", "1: CharRef: invalid decimal value\n<a>&#1x;</a>\n------^"),
        ("<a>&lt</a>", "1: EntityRef: expecting ';'\n<a>&lt</a>\n------^"),
        ("<a b='1/>\n</a>", "2: Unescaped '<' not allowed in attributes values\n</a>\n^"),
        ("<a b", "1: Specification mandates value for attribute b\n<a b\n----^"),
        ("</a>", "1: StartTag: invalid element name\n</a>\n-^"),
        ("<?xml version='1.0'?>\n", "2: Start tag expected, '<' not found\n(null)\n^"),
        (
            "<a><?xml version='1.0'?></a>",
            "1: XML declaration allowed only at the start of the document\n<a><?xml version='1.0'?></a>\n--------^",
        ),
    ] {
        assert_eq!(fault(text), expected, "{text:?}");
    }
}

#[test]
fn declarations_of_document_types_are_refused() {
    let bomb = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>\n<d>&b;</d>";
    assert!(fault(bomb).contains("document type declarations are not allowed"));
    assert!(fault("<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>").contains("not allowed"));
    assert!(fault("<!DOCTYPE d [<!ENTITY").contains("not allowed"));
}

#[test]
fn hostile_texts_take_bounded_time() {
    let many = |count: usize| (0..count).map(|n| format!(" a{n}='{n}'")).collect::<String>();
    let started = Instant::now();
    assert!(parse(&format!("<d{}/>", many(MAX_ATTRIBUTES)), "d", Origin::Xml).is_ok());
    assert!(fault(&format!("<d{}/>", many(100_000))).contains("attributes in one element"));
    assert!(fault(&format!("<d{} a7=''/>", many(100))).contains("Attribute a7 redefined"));
    assert!(fault(&"<d>".repeat(100_000)).contains("Excessive depth"));
    let long = "x".repeat(2 << 20);
    assert!(parse(&format!("<d a='{long}'>{long}</d>"), "d", Origin::Xml).is_ok());
    assert!(parse(&format!("<d>{}</d>", "&amp;".repeat(1 << 17)), "d", Origin::Xml).is_ok());
    assert!(parse(&format!("<d>{}</d>", "<e/>".repeat(1 << 17)), "d", Origin::Xml).is_ok());
    assert!(fault(&format!("<d>{}</d>", "<e/>".repeat(MAX_NODES))).contains("nodes or attributes"));
    assert!(started.elapsed().as_secs() < 20, "took {:?}", started.elapsed());
}

#[test]
fn every_prefix_of_a_document_is_refused_without_a_panic() {
    let text =
        "<?xml version='1.0'?>\n<!-- c --><d a=\"&#x41;&lt;\" b='é'>t&amp;<![CDATA[<]]><?p i?><e/>\r\n</d>";
    assert!(parse(text, "d", Origin::Xml).is_ok());
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        assert!(parse(&text[..end], "d", Origin::Xml).is_err(), "{:?}", &text[..end]);
    }
}

#[test]
fn text_is_resolved() {
    let text = "<d a='x&#x41;\n&lt;'>1&amp;2<![CDATA[<3>]]>\r\n<e>  </e> </d>";
    let document = parse(text, "d", Origin::Xml).unwrap();
    let root = document.root();
    assert_eq!(root.attribute("a"), Some("xA <"));
    assert_eq!(root.content(), "1&2<3>\n   ");
    assert_eq!(root.child("e").unwrap().content(), "  ");
    assert_eq!(root.child("e").unwrap().position(), (3, 1));
}
