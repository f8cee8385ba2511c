/// What a file may ask of the process. The first three are promised to users; the rest keep a
/// file that lies about itself from costing memory or minutes.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of the file as uploaded.
    pub file_bytes: u64,
    /// Rows below the header, blank ones between them included.
    pub rows: u32,
    /// Columns that hold anything.
    pub columns: usize,
    /// Bytes of all parts of a workbook together, as declared and as really read.
    pub expanded_bytes: u64,
    /// Parts inside a workbook.
    pub parts: usize,
    /// Bytes of a workbook's table of distinct texts, which must be kept while reading.
    pub distinct_text_bytes: u64,
    /// Distinct texts in that table.
    pub distinct_texts: u64,
    /// Bytes of one cell (a spreadsheet program stops at 32,767 characters).
    pub cell_bytes: usize,
    /// Bytes of one row.
    pub row_bytes: usize,
    /// XML elements and texts read from one workbook.
    pub markup: u64,
    /// Merged regions in the sheet that is read.
    pub merges: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            rows: 200_000,
            columns: 512,
            expanded_bytes: 512 << 20,
            parts: 1_000,
            distinct_text_bytes: 48 << 20,
            distinct_texts: 3_000_000,
            cell_bytes: 256 << 10,
            row_bytes: 4 << 20,
            markup: 50_000_000,
            merges: 200_000,
        }
    }
}
