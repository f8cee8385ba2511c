//! One line per value for the enumerations that are stored, sent and read as words.

/// Declares an enumeration with `ALL`, `as_str` and `parse`; serde and the API document use
/// the same words, so that a value has one spelling everywhere.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $Name:ident {
        $($(#[$about:meta])* $Variant:ident = $word:tt,)+
    }) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        pub enum $Name {
            $($(#[$about])* #[serde(rename = $word)] $Variant,)+
        }

        impl $Name {
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$Variant),+];

            /// The word by which the value is stored and sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Variant => $word,)+ }
            }

            /// The value of a stored or received word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.as_str() == word)
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use words;
