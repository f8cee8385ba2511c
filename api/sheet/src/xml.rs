//! XML read piece by piece, with a ceiling on everything a hostile part could make grow: the
//! bytes of one piece, the bytes and pieces in all, the depth.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::fault::FileFault;
use crate::limits::Limits;

/// Bytes of one tag or text; quick-xml holds that much at once.
const PIECE_BYTES: u64 = 1 << 20;
/// The deepest part of a real workbook has about ten levels.
const DEPTH: u32 = 64;

/// What may still be read of one workbook, shared by all its parts.
#[derive(Debug)]
pub(crate) struct Budget {
    pub bytes: u64,
    pub pieces: u64,
    /// Bytes of text that may still be handed out; one stored text can be shown many times.
    pub text: u64,
    limits: Limits,
}

impl Budget {
    pub fn new(limits: &Limits) -> Self {
        Self {
            bytes: limits.expanded_bytes,
            pieces: limits.markup,
            text: limits.expanded_bytes,
            limits: limits.clone(),
        }
    }

    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    pub fn spend_text(&mut self, bytes: usize) -> Result<(), FileFault> {
        let left = self.text.checked_sub(u64::try_from(bytes).unwrap_or(u64::MAX));
        let too_large = || FileFault::too_large("bytes of text", self.limits.expanded_bytes);
        self.text = left.ok_or_else(too_large)?;
        Ok(())
    }
}

/// A reader that stops when the budget or the size of one piece is used up.
struct Metered<'p> {
    inner: io::BufReader<Box<dyn Read + 'p>>,
    budget: &'p mut Budget,
    piece_left: u64,
    fault: Option<FileFault>,
}

impl Metered<'_> {
    fn check(&mut self) -> io::Result<()> {
        let limits = &self.budget.limits;
        self.fault = if self.budget.bytes == 0 {
            Some(FileFault::too_large("bytes when expanded", limits.expanded_bytes))
        } else if self.piece_left == 0 {
            Some(FileFault::too_large("bytes in one piece of text", PIECE_BYTES))
        } else {
            return Ok(());
        };
        Err(io::Error::other("limit"))
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.check()?;
        let read = self.inner.read(into)?;
        self.spend(read);
        Ok(read)
    }
}

impl Metered<'_> {
    fn spend(&mut self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.budget.bytes = self.budget.bytes.saturating_sub(bytes);
        self.piece_left = self.piece_left.saturating_sub(bytes);
    }
}

impl BufRead for Metered<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.check()?;
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.spend(amount);
        self.inner.consume(amount);
    }
}

/// A piece of XML. Names are local names: prefixes differ between the programs that write files.
pub(crate) enum Node<'x> {
    Open(Tag<'x>),
    Close(Closed<'x>),
    Text(Cow<'x, str>),
    Other,
    End,
}

/// A closing tag.
pub(crate) struct Closed<'x>(BytesEnd<'x>);

impl Closed<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// An opening tag.
pub(crate) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// All attributes by local name, as written: for those that need no unescaping.
    pub fn raw_attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        // Looking for attributes given twice would cost more than reading them.
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        attributes.flatten().map(|one| (one.key.local_name().into_inner(), one.value))
    }

    /// The value of the attribute with this local name.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let attribute = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        attribute.normalized_value(XmlVersion::Explicit1_0).ok()
    }

    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// One part of a workbook as a stream of pieces.
pub(crate) struct Xml<'p> {
    reader: Reader<Metered<'p>>,
    buffer: Vec<u8>,
    depth: u32,
    part: String,
}

impl<'p> Xml<'p> {
    pub fn new(part: &str, source: Box<dyn Read + 'p>, budget: &'p mut Budget) -> Self {
        let inner = io::BufReader::with_capacity(32 << 10, source);
        let metered = Metered { inner, budget, piece_left: PIECE_BYTES, fault: None };
        let mut reader = Reader::from_reader(metered);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0, part: part.to_owned() }
    }

    pub fn budget(&mut self) -> &mut Budget {
        self.reader.get_mut().budget
    }

    pub fn corrupt(&self, what: &str) -> FileFault {
        FileFault::corrupt(format!("{}: {what}", self.part))
    }

    /// The next piece. At the end of the part, and only there, [`Node::End`]; a part that stops
    /// before its last element is closed is corrupt.
    pub fn next(&mut self) -> Result<Node<'_>, FileFault> {
        let metered = self.reader.get_mut();
        metered.piece_left = PIECE_BYTES;
        let budget = &mut metered.budget;
        let too_many = || FileFault::too_large("XML elements", budget.limits.markup);
        budget.pieces = budget.pieces.checked_sub(1).ok_or_else(too_many)?;
        self.buffer.clear();
        let part = &self.part;
        let corrupt = |what: &str| FileFault::corrupt(format!("{part}: {what}"));
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => {
                let limit = self.reader.get_mut().fault.take();
                return Err(limit.unwrap_or_else(|| corrupt(&error.to_string())));
            }
        };
        Ok(match event {
            Event::Start(tag) => {
                self.depth = self.depth.saturating_add(1);
                if self.depth > DEPTH {
                    return Err(FileFault::too_large("levels of XML", u64::from(DEPTH)));
                }
                Node::Open(Tag(tag))
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                Node::Close(Closed(tag))
            }
            Event::Text(text) => Node::Text(text.xml10_content()),
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => Node::Text(Cow::Owned(c.to_string())),
                Ok(None) => match resolve_predefined_entity(&reference) {
                    Some(text) => Node::Text(Cow::Borrowed(text)),
                    None => return Err(corrupt("an entity of its own")),
                },
                Err(error) => return Err(corrupt(&error.to_string())),
            },
            Event::DocType(_) => return Err(corrupt("a document type declaration")),
            Event::Eof if self.depth > 0 => return Err(corrupt("it ends in the middle")),
            Event::Eof => Node::End,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Node::Other,
        })
    }
}
