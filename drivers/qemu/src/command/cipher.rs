//! AES-256 in CBC mode, as QEMU reads secrets that come with a `keyid`: FIPS 197 and SP 800-38A, with the padding of
//! PKCS #7.

const BLOCK: usize = 16;
const ROUNDS: usize = 14;

/// A number of the field with 256 elements times two.
const fn double(number: u8) -> u8 {
    (number << 1) ^ if number & 0x80 != 0 { 0x1b } else { 0 }
}

const fn product(mut one: u8, mut other: u8) -> u8 {
    let mut result = 0;
    while other != 0 {
        if other & 1 != 0 {
            result ^= one;
        }
        one = double(one);
        other >>= 1;
    }
    result
}

/// The substitution of bytes: the inverse in the field, then a map of its bits.
const SUBSTITUTE: [u8; 256] = {
    let mut table = [0; 256];
    let mut number = 0usize;
    while number < 256 {
        let mut inverse = 0usize;
        while inverse < 256 && product(number as u8, inverse as u8) != 1 {
            inverse += 1;
        }
        let bits = if inverse == 256 { 0 } else { inverse as u8 };
        let turned =
            bits ^ bits.rotate_left(1) ^ bits.rotate_left(2) ^ bits.rotate_left(3) ^ bits.rotate_left(4);
        table[number] = turned ^ 0x63;
        number += 1;
    }
    table
};

fn substitute(byte: u8) -> u8 {
    SUBSTITUTE[usize::from(byte)]
}

/// The keys of all rounds.
fn expand(key: &[u8; 32]) -> [[u8; BLOCK]; ROUNDS + 1] {
    let mut words = [[0u8; 4]; 4 * (ROUNDS + 1)];
    for (word, bytes) in words.iter_mut().zip(key.chunks_exact(4)) {
        word.copy_from_slice(bytes);
    }
    let mut round = 1u8;
    for place in 8..words.len() {
        let mut word = words[place - 1];
        match place % 8 {
            0 => {
                word.rotate_left(1);
                word = word.map(substitute);
                word[0] ^= round;
                round = double(round);
            }
            4 => word = word.map(substitute),
            _ => {}
        }
        for (byte, before) in word.iter_mut().zip(words[place - 8]) {
            *byte ^= before;
        }
        words[place] = word;
    }
    let mut keys = [[0; BLOCK]; ROUNDS + 1];
    for (key, words) in keys.iter_mut().zip(words.chunks_exact(4)) {
        key.copy_from_slice(words.as_flattened());
    }
    keys
}

fn add(block: &mut [u8; BLOCK], key: &[u8; BLOCK]) {
    block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
}

fn encrypt_block(block: &mut [u8; BLOCK], keys: &[[u8; BLOCK]; ROUNDS + 1]) {
    add(block, &keys[0]);
    for (round, key) in keys.iter().enumerate().skip(1) {
        // The bytes stand column by column; each row is turned by its number.
        let before = block.map(substitute);
        for (place, byte) in block.iter_mut().enumerate() {
            *byte = before[(place + 4 * (place % 4)) % BLOCK];
        }
        if round < ROUNDS {
            for column in block.chunks_exact_mut(4) {
                let old = [column[0], column[1], column[2], column[3]];
                for (row, byte) in column.iter_mut().enumerate() {
                    let at = |offset: usize| old[(row + offset) % 4];
                    *byte = double(at(0)) ^ double(at(1)) ^ at(1) ^ at(2) ^ at(3);
                }
            }
        }
        add(block, key);
    }
}

/// Encrypts `text`, which is filled up to whole blocks.
pub fn encrypt(text: &[u8], key: &[u8; 32], vector: &[u8; BLOCK]) -> Vec<u8> {
    let keys = expand(key);
    let fill = BLOCK - text.len() % BLOCK;
    let mut filled = text.to_vec();
    filled.extend(std::iter::repeat_n(fill as u8, fill));
    let mut before = *vector;
    let mut out = Vec::with_capacity(filled.len());
    for chunk in filled.chunks_exact(BLOCK) {
        chunk.iter().zip(&mut before).for_each(|(byte, place)| *place ^= byte);
        encrypt_block(&mut before, &keys);
        out.extend_from_slice(&before);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    }

    #[test]
    fn a_block_is_that_of_the_standard() {
        // FIPS 197, C.3
        let key: [u8; 32] = std::array::from_fn(|number| number as u8);
        let mut block: [u8; 16] = std::array::from_fn(|number| number as u8 * 0x11);
        encrypt_block(&mut block, &expand(&key));
        assert_eq!(block.to_vec(), bytes("8ea2b7ca516745bfeafc49904b496089"));
    }

    #[test]
    fn blocks_depend_on_those_before() {
        // SP 800-38A, F.2.5
        let key = bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        let vector: [u8; 16] = std::array::from_fn(|number| number as u8);
        let text = bytes("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
        let out = encrypt(&text, key.as_slice().try_into().unwrap(), &vector);
        assert_eq!(out[..32], bytes("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"));
        // A whole block is filled up with another.
        assert_eq!(out.len(), 48);
        assert_eq!(encrypt(b"", &[0; 32], &[0; 16]).len(), 16);
    }
}
