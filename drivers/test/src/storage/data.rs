//! What is in a volume: pages of bytes where something was written, holes everywhere else.

use std::collections::BTreeMap;

/// The size of a page. A page of nothing but zeros is a hole.
const PAGE: usize = 64 << 10;

/// The contents of a volume.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// By number.
    pages: BTreeMap<u64, Box<[u8]>>,
}

/// The page that a place is on, and the place on that page.
fn locate(offset: u64) -> (u64, usize) {
    (offset / PAGE as u64, (offset % PAGE as u64) as usize)
}

impl Data {
    /// How much memory the contents take, in bytes.
    pub fn stored(&self) -> u64 {
        self.pages.len() as u64 * PAGE as u64
    }

    /// Writes bytes at a place.
    pub fn write(&mut self, mut offset: u64, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let (number, start) = locate(offset);
            let (now, rest) = bytes.split_at(bytes.len().min(PAGE - start));
            let zeros = now.iter().all(|byte| *byte == 0);
            if !zeros || self.pages.contains_key(&number) {
                let page = self.pages.entry(number).or_insert_with(|| vec![0; PAGE].into());
                page[start..start + now.len()].copy_from_slice(now);
                if zeros && page.iter().all(|byte| *byte == 0) {
                    self.pages.remove(&number);
                }
            }
            offset += now.len() as u64;
            bytes = rest;
        }
    }

    /// Makes a hole.
    pub fn punch(&mut self, offset: u64, length: u64) {
        let end = offset.saturating_add(length);
        let numbers: Vec<u64> = self
            .pages
            .range(offset / PAGE as u64..=end.saturating_sub(1) / PAGE as u64)
            .map(|(n, _)| *n)
            .collect();
        for number in numbers {
            let base = number * PAGE as u64;
            let from = offset.saturating_sub(base).min(PAGE as u64) as usize;
            let to = end.saturating_sub(base).min(PAGE as u64) as usize;
            let Some(page) = self.pages.get_mut(&number) else { continue };
            if let Some(part) = page.get_mut(from..to) {
                part.fill(0);
            }
            if page.iter().all(|byte| *byte == 0) {
                self.pages.remove(&number);
            }
        }
    }

    /// Reads bytes from a place; holes are zeros.
    pub fn read(&self, mut offset: u64, buffer: &mut [u8]) {
        let mut done = 0;
        while done < buffer.len() {
            let (number, start) = locate(offset);
            let now = (buffer.len() - done).min(PAGE - start);
            let target = &mut buffer[done..done + now];
            match self.pages.get(&number) {
                Some(page) => target.copy_from_slice(&page[start..start + now]),
                None => target.fill(0),
            }
            done += now;
            offset += now as u64;
        }
    }

    /// Whether there is data at a place, and how far it goes on like that; not beyond `end`.
    pub fn section(&self, offset: u64, end: u64) -> (bool, u64) {
        let (mut number, _) = locate(offset);
        let data = self.pages.contains_key(&number);
        let next = if data {
            while self.pages.contains_key(&number) {
                number += 1;
            }
            number.saturating_mul(PAGE as u64)
        } else {
            self.pages.range(number..).next().map_or(u64::MAX, |(number, _)| number * PAGE as u64)
        };
        (data, next.min(end).saturating_sub(offset))
    }

    /// Forgets everything from a place on.
    pub fn truncate(&mut self, length: u64) {
        let (number, start) = locate(length);
        let mut beyond = self.pages.split_off(&number);
        if let Some(mut page) = beyond.remove(&number).filter(|_| start > 0) {
            page[start..].fill(0);
            self.pages.insert(number, page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(data: &Data, offset: u64, length: usize) -> Vec<u8> {
        let mut buffer = vec![9; length];
        data.read(offset, &mut buffer);
        buffer
    }

    #[test]
    fn what_is_written_is_read_and_zeros_take_nothing() {
        let mut data = Data::default();
        data.write(PAGE as u64 - 2, b"abcd");
        assert_eq!(read(&data, PAGE as u64 - 3, 6), b"\0abcd\0");
        assert_eq!(data.stored(), 2 * PAGE as u64);
        data.write(10 * PAGE as u64, &vec![0; PAGE * 2]);
        assert_eq!(data.stored(), 2 * PAGE as u64);
        data.write(PAGE as u64, b"\0\0");
        assert_eq!(data.stored(), PAGE as u64);
    }

    #[test]
    fn sections_are_data_and_holes_in_turn() {
        let mut data = Data::default();
        data.write(3 * PAGE as u64, b"x");
        assert_eq!(data.section(5, u64::MAX), (false, 3 * PAGE as u64 - 5));
        assert_eq!(data.section(3 * PAGE as u64 + 1, u64::MAX), (true, PAGE as u64 - 1));
        assert_eq!(data.section(4 * PAGE as u64, 5 * PAGE as u64), (false, PAGE as u64));
        data.punch(3 * PAGE as u64, 1);
        assert_eq!(data.section(0, 100), (false, 100));
    }

    #[test]
    fn what_is_cut_off_does_not_come_back() {
        let mut data = Data::default();
        data.write(10, b"abcdef");
        data.truncate(12);
        assert_eq!(read(&data, 10, 6), b"ab\0\0\0\0");
        data.truncate(0);
        assert_eq!(data.stored(), 0);
    }
}
