//! What a guest shows on its screen: a test card, as a PNG image.

use super::DomainState;
use virt_core::constants::*;

/// Width and height in pixels.
const SIZE: (u32, u32) = (640, 480);

/// The image of a screen: eight bars, their shades turned by the number of the screen, dimmed when the guest does not run.
pub fn image(state: &DomainState, screen: u32) -> Vec<u8> {
    let dim = if state.status.state == VIR_DOMAIN_RUNNING { 1 } else { 2 };
    let (width, height) = SIZE;
    // One byte for the filter of each row, then the row's pixels.
    let mut row = vec![0; 1 + width as usize];
    for (x, pixel) in row[1..].iter_mut().enumerate() {
        let bar = (x as u32 * 8 / width).wrapping_add(screen) % 8;
        *pixel = (bar * 36 / dim) as u8;
    }
    let pixels: Vec<u8> = row.iter().copied().cycle().take(row.len() * height as usize).collect();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // Eight bits of grey; the only methods of compression, filtering and order that there are.
    header.extend([8, 0, 0, 0, 0]);
    chunk(&mut png, b"IHDR", &header);
    chunk(&mut png, b"IDAT", &compress(&row, &pixels));
    chunk(&mut png, b"IEND", &[]);
    png
}

fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    png.extend((data.len() as u32).to_be_bytes());
    let start = png.len();
    png.extend(kind);
    png.extend(data);
    let sum = crc32(&png[start..]);
    png.extend(sum.to_be_bytes());
}

/// A zlib stream of `pixels`, which are `row` again and again: the first row as it is, the rest as repetitions
/// of what stands one row before.
fn compress(row: &[u8], pixels: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, with the fixed code.
    bits.add(1, 1);
    bits.add(1, 2);
    row.iter().for_each(|byte| bits.literal(u32::from(*byte)));
    let mut left = pixels.len() - row.len();
    while left >= 258 {
        bits.repeat_258(row.len() as u32);
        left -= 258;
    }
    pixels[pixels.len() - left..].iter().for_each(|byte| bits.literal(u32::from(*byte)));
    bits.literal(256);
    let mut out = vec![0x78, 0x01];
    out.extend(bits.finish());
    out.extend(adler32(pixels).to_be_bytes());
    out
}

/// Bits in the order of deflate: the lowest of each byte first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    pending: u32,
    count: u32,
}

impl Bits {
    fn add(&mut self, value: u32, count: u32) {
        self.pending |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    /// A code of the Huffman trees, whose highest bit comes first.
    fn code(&mut self, code: u32, length: u32) {
        self.add(code.reverse_bits() >> (32 - length), length);
    }

    /// A symbol of the fixed tree of literals.
    fn literal(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.code(0x30 + symbol, 8),
            144..=255 => self.code(0x190 + symbol - 144, 9),
            256..=279 => self.code(symbol - 256, 7),
            _ => self.code(0xc0 + symbol - 280, 8),
        }
    }

    /// 258 bytes that stand `distance` before, which must be from 513 to 768: distance code 18.
    fn repeat_258(&mut self, distance: u32) {
        self.literal(285);
        self.code(18, 5);
        self.add(distance - 513, 8);
    }

    fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.pending as u8);
        }
        self.bytes
    }
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 },
        )
    })
}

fn adler32(data: &[u8]) -> u32 {
    let (low, high) = data.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_the_formats() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
    }
}
