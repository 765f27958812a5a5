//! Elements of XML, one in another.

use crate::text::harmless;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// What an element says of itself.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A piece of a part of the package.
pub(super) struct Xml(Writer<Vec<u8>>);

impl std::fmt::Debug for Xml {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Xml({} bytes)", self.0.get_ref().len())
    }
}

impl Xml {
    /// A piece that stands within another.
    pub(super) fn piece() -> Xml {
        Xml(Writer::new(Vec::new()))
    }

    /// A part of its own.
    pub(super) fn part() -> Xml {
        let mut xml = Xml::piece();
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    fn put(&mut self, event: Event<'_>) {
        // Writing to memory does not fail.
        let _ = self.0.write_event(event);
    }

    fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
        let mut element = BytesStart::new(name);
        for (key, value) in attributes {
            element.push_attribute((*key, written(value).as_str()));
        }
        element
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.put(Event::Empty(Xml::start(name, attributes)));
    }

    /// An element with one value, as most of them are.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element with others in it.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Xml)) {
        self.put(Event::Start(Xml::start(name, attributes)));
        inside(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element with a text in it, every blank of it as it stands.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.said(name, &[("xml:space", "preserve")], text);
    }

    /// An element with a text in it.
    pub(super) fn said(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.put(Event::Text(BytesText::new(&written(text)))));
    }

    /// Pieces that are ready.
    pub(super) fn pieces(&mut self, ready: &[u8]) {
        self.0.get_mut().extend_from_slice(ready);
    }

    /// Everything that was written.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

/// What XML cannot carry, and what deceives a reader, is replaced.
fn written(text: &str) -> String {
    harmless(text).chars().map(|c| if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c }).collect()
}
