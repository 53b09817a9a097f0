//! How points are spread: how many contacts fall into each of some ranges with round bounds.

use super::{ScoredContacts, not_found};
use crate::ruleset::{Points, ResultFilter};
use crate::{Error, ErrorKind};
use serde::Serialize;

/// Without a width there are at most so many bins.
const AUTOMATIC: i128 = 20;

/// With a width there are at most so many.
const MOST: i128 = 1_000;

/// How points are spread. Bins follow each other without gaps, from the one of the least points to the one of the most; there is none
/// without contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Histogram {
    /// How many contacts it counts.
    pub total: usize,
    /// From where a bin begins to where the next one does.
    pub width: Points,
    /// The bins, ascending.
    pub bins: Vec<Bin>,
}

/// A range of points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bin {
    /// The least points in it: a multiple of the width.
    pub from: Points,
    /// Where the next one begins.
    pub below: Points,
    /// How many contacts are in it.
    pub count: usize,
}

impl ScoredContacts<'_> {
    /// How the points of the score at this place are spread over the contacts that meet a filter. Without a width it is 1, 2 or 5 times a
    /// power of ten that makes at most 20 bins, and at least a whole point if all points are whole.
    pub fn histogram(
        &self,
        score: usize,
        width: Option<Points>,
        filter: Option<&ResultFilter>,
    ) -> Result<Histogram, Error> {
        let count = self.results.score_ids().count();
        if score >= count {
            return Err(not_found("/score", &format!("a place below {count}, found {score}")));
        }
        let matching = filter.map(|filter| self.matching(filter));
        let matches = |row: usize| matching.as_ref().is_none_or(|matching| matching.get(row) == Some(&true));
        let rows = self.results.hundredths(score).iter().enumerate();
        let points: Vec<i64> = rows.filter(|(row, _)| matches(*row)).map(|(_, points)| *points).collect();
        spread(&points, width)
    }
}

fn spread(points: &[i64], width: Option<Points>) -> Result<Histogram, Error> {
    let bounds = points.iter().min().zip(points.iter().max());
    let ends = bounds.map(|(least, most)| (i128::from(*least), i128::from(*most)));
    let whole = points.iter().all(|points| points % 100 == 0);
    let width = match width {
        None => round_width(ends.unwrap_or((0, 0)), whole),
        Some(width) if width > Points::ZERO => i128::from(width.hundredths()),
        Some(width) => return Err(invalid(format!("expected a width above 0, found {width}"))),
    };
    let Some((least, most)) = ends else {
        return Ok(Histogram { total: 0, width: in_points(width), bins: Vec::new() });
    };
    let (first, count) = (least.div_euclid(width), bins((least, most), width));
    if count > MOST {
        let enough = in_points(round_width_for((least, most), 1, MOST));
        return Err(invalid(format!("expected at most {MOST} bins, found {count}; a width of {enough} is enough")));
    }
    let bin = |place: i128| Bin { from: in_points(place * width), below: in_points((place + 1) * width), count: 0 };
    let mut bins: Vec<Bin> = (first..first + count).map(bin).collect();
    for points in points {
        let place = usize::try_from(i128::from(*points).div_euclid(width) - first).unwrap_or(usize::MAX);
        bins.get_mut(place).into_iter().for_each(|bin| bin.count += 1);
    }
    Ok(Histogram { total: points.len(), width: in_points(width), bins })
}

fn round_width(ends: (i128, i128), whole: bool) -> i128 {
    round_width_for(ends, if whole { 100 } else { 1 }, AUTOMATIC)
}

/// The least width of at least so many hundredths that is 1, 2 or 5 times a power of ten of them and makes at most so many bins.
fn round_width_for(ends: (i128, i128), least: i128, most_bins: i128) -> i128 {
    let mut power = least;
    loop {
        // A bin that spans all 64-bit numbers ends this.
        match [1, 2, 5].into_iter().map(|step| step * power).find(|width| bins(ends, *width) <= most_bins) {
            Some(width) => return width,
            None => power *= 10,
        }
    }
}

fn bins((least, most): (i128, i128), width: i128) -> i128 {
    most.div_euclid(width) - least.div_euclid(width) + 1
}

/// What no 64-bit number holds stays at their end.
fn in_points(hundredths: i128) -> Points {
    Points::from_hundredths(hundredths.clamp(i64::MIN.into(), i64::MAX.into()) as i64)
}

fn invalid(message: String) -> Error {
    Error::at(ErrorKind::InvalidArgument, "/width".to_owned(), &message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bins_of(points: &[&str], width: Option<&str>) -> Vec<(String, String, usize)> {
        let hundredths: Vec<i64> = points.iter().map(|points| points.parse::<Points>().unwrap().hundredths()).collect();
        let histogram = spread(&hundredths, width.map(|width| width.parse().unwrap())).unwrap();
        assert_eq!(histogram.total, points.len());
        histogram.bins.into_iter().map(|bin| (bin.from.to_string(), bin.below.to_string(), bin.count)).collect()
    }

    fn bin(from: &str, below: &str, count: usize) -> (String, String, usize) {
        (from.to_owned(), below.to_owned(), count)
    }

    #[test]
    fn bins_lie_on_multiples_of_the_width_also_below_zero() {
        assert_eq!(
            bins_of(&["-0.01", "-10", "0", "19.99", "20"], Some("10")),
            [bin("-10", "0", 2), bin("0", "10", 1), bin("10", "20", 1), bin("20", "30", 1)]
        );
    }

    #[test]
    fn the_width_is_round_and_makes_few_bins() {
        let widths = [(&["0", "3"][..], "1"), (&["0", "0.03"], "0.01"), (&["0", "99"], "5"), (&["-50", "250"], "20")];
        for (points, width) in widths {
            let hundredths: Vec<i64> = points.iter().map(|p| p.parse::<Points>().unwrap().hundredths()).collect();
            assert_eq!(spread(&hundredths, None).unwrap().width.to_string(), width, "{points:?}");
        }
    }

    #[test]
    fn contacts_that_are_all_alike_are_one_bin_and_none_are_none() {
        assert_eq!(bins_of(&["7", "7"], None), [bin("7", "8", 2)]);
        assert_eq!(bins_of(&["-0.5"], None), [bin("-0.5", "-0.49", 1)]);
        assert_eq!(bins_of(&[], None), []);
        assert_eq!(bins_of(&[], Some("5")), []);
    }

    #[test]
    fn too_many_bins_are_an_error_that_says_what_would_do() {
        let wide = spread(&[0, 100_000_000], Some(Points::from_hundredths(1))).unwrap_err();
        assert_eq!(wide.kind(), ErrorKind::InvalidArgument);
        assert!(wide.message().ends_with("found 100000001; a width of 2000 is enough"), "{}", wide.message());
        assert!(spread(&[0, 100_000_000], Some(Points::from_hundredths(200_000))).is_ok());
        assert!(spread(&[0], Some(Points::ZERO)).is_err());
        assert!(spread(&[0], Some(Points::from_hundredths(-1))).is_err());
    }

    #[test]
    fn the_ends_of_the_64_bit_range_are_counted_too() {
        let histogram = spread(&[i64::MIN, i64::MAX, 0], None).unwrap();
        assert_eq!(histogram.bins.iter().map(|bin| bin.count).sum::<usize>(), 3);
        assert!(histogram.bins.len() <= 20);
    }
}
