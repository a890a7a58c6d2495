//! Sets of small numbers as documents spell them: `0-3,^1,8` for processors and memory nodes.

use std::fmt;
use virt_error::Code;
use virt_xml::Value;

/// Numbers as sorted, separate ranges; written with the fewest words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct NumberSet(Vec<(u32, u32)>);

impl NumberSet {
    /// The largest number that a set may hold.
    pub const MAX: u32 = 65_535;

    /// Reads the words of a set; `None` for anything that libvirt does not take.
    pub fn parse(text: &str) -> Option<NumberSet> {
        let mut set = NumberSet::default();
        // One bit a number for a long list, so that it takes no longer than it is.
        let mut bits = if text.len() > 512 { vec![false; NumberSet::MAX as usize + 1] } else { Vec::new() };
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        for word in text.split(',') {
            let word = word.trim();
            if let Some(word) = word.strip_prefix('^') {
                let number = number(word)?;
                let there = match bits.get_mut(number as usize) {
                    Some(bit) => std::mem::take(bit),
                    None => set.contains(number),
                };
                if !there {
                    return None;
                }
                set.remove(number);
                continue;
            }
            let (first, last) = match word.split_once('-') {
                Some((first, last)) => (number(first.trim())?, number(last.trim())?),
                None => (number(word)?, number(word)?),
            };
            if first > last {
                return None;
            }
            match bits.get_mut(first as usize..=last as usize) {
                Some(bits) => bits.fill(true),
                None => set.insert(first, last),
            }
        }
        (0..).zip(bits).filter(|(_, set)| *set).for_each(|(number, _)| set.insert(number, number));
        Some(set)
    }

    /// Adds the numbers from `first` to `last`.
    pub fn insert(&mut self, first: u32, last: u32) {
        // Usually numbers come in their order.
        match self.0.last_mut() {
            Some((from, to)) if *from <= first && first <= to.saturating_add(1) => {
                *to = last.max(*to);
                return;
            }
            Some((_, to)) if *to < first => {
                self.0.push((first, last));
                return;
            }
            _ => {}
        }
        let (mut first, mut last) = (first, last);
        self.0.retain(|&(from, to)| {
            let apart = to.saturating_add(1) < first || last.saturating_add(1) < from;
            if !apart {
                first = first.min(from);
                last = last.max(to);
            }
            apart
        });
        let place = self.0.partition_point(|&(from, _)| from < first);
        self.0.insert(place, (first, last));
    }

    pub fn remove(&mut self, number: u32) {
        let Some(at) = self.0.iter().position(|&(from, to)| (from..=to).contains(&number)) else { return };
        let (from, to) = self.0.remove(at);
        if number < to {
            self.0.insert(at, (number + 1, to));
        }
        if from < number {
            self.0.insert(at, (from, number - 1));
        }
    }

    /// Takes out every number from `limit` on.
    pub fn shrink(&mut self, limit: u32) {
        self.0.retain(|&(from, _)| from < limit);
        if let Some(last) = self.0.last_mut() {
            last.1 = last.1.min(limit - 1);
        }
    }

    pub fn contains(&self, number: u32) -> bool {
        let place = self.0.partition_point(|&(_, to)| to < number);
        self.0.get(place).is_some_and(|&(from, _)| from <= number)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|&(from, to)| (to - from) as usize + 1).sum()
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|&(from, to)| from..=to)
    }

    pub fn max(&self) -> Option<u32> {
        self.0.last().map(|&(_, to)| to)
    }

    pub fn overlaps(&self, other: &NumberSet) -> bool {
        self.0.iter().any(|&(from, to)| {
            let place = other.0.partition_point(|&(_, last)| last < from);
            other.0.get(place).is_some_and(|&(first, _)| first <= to)
        })
    }

    pub fn is_subset(&self, other: &NumberSet) -> bool {
        self.0.iter().all(|&(from, to)| {
            let place = other.0.partition_point(|&(_, last)| last < to);
            other.0.get(place).is_some_and(|&(first, _)| first <= from)
        })
    }
}

fn number(word: &str) -> Option<u32> {
    let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok())?.filter(|&number| number <= NumberSet::MAX)
}

impl FromIterator<u32> for NumberSet {
    fn from_iter<T: IntoIterator<Item = u32>>(numbers: T) -> NumberSet {
        let mut set = NumberSet::default();
        numbers.into_iter().for_each(|number| set.insert(number, number));
        set
    }
}

impl fmt::Display for NumberSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (from, to)) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            match from == to {
                true => write!(f, "{comma}{from}")?,
                false => write!(f, "{comma}{from}-{to}")?,
            }
        }
        Ok(())
    }
}

impl Value for NumberSet {
    const COMPLAINT: Option<(Code, &'static str)> = Some((Code::InvalidArg, "Failed to parse bitmap '{}'"));

    fn read(word: &str) -> Option<NumberSet> {
        NumberSet::parse(word)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(text: &str) -> Option<String> {
        NumberSet::parse(text).map(|set| set.to_string())
    }

    #[test]
    fn sets_are_written_in_one_form() {
        assert_eq!(round("3,1,2").as_deref(), Some("1-3"));
        assert_eq!(round("0-4,^2").as_deref(), Some("0-1,3-4"));
        assert_eq!(round(" 1 , 5-6 ").as_deref(), Some("1,5-6"));
        for bad in ["", "a", "3-1", "1-", "^1", "1,,2", "-1", "99999999999"] {
            assert_eq!(round(bad), None, "{bad}");
        }
    }

    #[test]
    fn long_lists_take_no_longer_than_they_are() {
        let odd: String = (0..32_768).rev().map(|number| format!("{},", number * 2 + 1)).collect();
        let set = NumberSet::parse(odd.trim_end_matches(',')).unwrap();
        assert_eq!(set.len(), 32_768);
        let all = "0-65535,".repeat(2_000);
        assert_eq!(round(all.trim_end_matches(',')).as_deref(), Some("0-65535"));
        let most = format!("0-65535{}", ",^7,7".repeat(200));
        assert_eq!(round(&most).as_deref(), Some("0-65535"));
    }

    #[test]
    fn sets_are_compared_and_cut() {
        let mut set = NumberSet::parse("0-3,8").unwrap();
        assert!(set.overlaps(&NumberSet::parse("8-9").unwrap()));
        assert!(NumberSet::parse("1-2").unwrap().is_subset(&set));
        assert_eq!((set.len(), set.max()), (5, Some(8)));
        set.shrink(2);
        assert_eq!(set.to_string(), "0-1");
        assert_eq!([5, 4, 1].into_iter().collect::<NumberSet>().to_string(), "1,4-5");
    }
}
