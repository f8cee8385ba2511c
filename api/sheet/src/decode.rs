//! Text files in the encodings spreadsheet programs write.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::fault::FileFault;

/// Decodes a text file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030.
/// Bytes that are no text in the encoding refuse the file rather than turn into question marks.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, FileFault> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => strict(encoding, bytes.get(mark..).unwrap_or_default())?,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            // Only the last character is broken: the file was cut, it is not in another encoding.
            Err(error)
                if error.error_len().is_none() && error.valid_up_to() > 0 && !is_gb(bytes) =>
            {
                return Err(FileFault::corrupt("the text ends in the middle of a character"));
            }
            Err(_) => strict(GB18030, bytes)?,
        },
    };
    if text.contains('\0') {
        return Err(FileFault::unsupported("the file is neither a workbook nor text"));
    }
    Ok(text)
}

fn is_gb(bytes: &[u8]) -> bool {
    GB18030.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}

fn strict<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Result<Cow<'b, str>, FileFault> {
    let name = match encoding {
        e if e == UTF_8 => "UTF-8",
        e if e == UTF_16LE || e == UTF_16BE => "UTF-16",
        _ => "UTF-8 or GB18030",
    };
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| FileFault::corrupt(format!("the text is not valid {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let text = "姓名,单位\n龘䶮𠮷,扶余市";
        let utf16 = |swap: bool| -> Vec<u8> {
            let units = "\u{FEFF}".encode_utf16().chain(text.encode_utf16());
            units.flat_map(|u| if swap { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let gb = GB18030.encode(text).0.into_owned();
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.as_bytes().to_vec(), marked, utf16(false), utf16(true), gb] {
            assert_eq!(decode(&bytes).unwrap(), text);
        }
    }

    #[test]
    fn broken_text_is_refused_and_not_mended() {
        assert!(decode(b"\xEF\xBB\xBFab\xFF").is_err());
        assert!(decode(&"姓名".as_bytes()[..5]).is_err());
        assert!(decode(b"a\0b").is_err());
        assert!(decode(b"\xFF\xFEa").is_err());
    }
}
