//! ID numbers and phones that are valid and belong to nobody.

/// The ID number of somebody born in 1980 in the sample county; each number gives another one.
#[must_use]
pub fn id_number(number: u32) -> String {
    let body = format!("22078119800101{:03}", number % 1000);
    let month = number / 1000 % 12 + 1;
    let body = body.replacen("19800101", &format!("1980{month:02}01"), 1);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = body.chars().filter_map(|digit| digit.to_digit(10));
    let sum: u32 = digits.zip(weights).map(|(digit, weight)| digit * weight).sum();
    let check = "10X98765432".chars().nth((sum % 11) as usize).expect("a check character");
    format!("{body}{check}")
}

/// A mobile number of a range that no operator gives out.
#[must_use]
pub fn phone(number: u32) -> String {
    format!("154{number:08}")
}
