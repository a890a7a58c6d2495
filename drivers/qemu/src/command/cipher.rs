//! AES-256 in CBC mode with the padding of PKCS #7, as QEMU reads secrets that come with a `keyid`.

use cbc::cipher::{BlockModeEncrypt, KeyIvInit, block_padding::Pkcs7};

/// Encrypts `text`, which is filled up to whole blocks.
pub fn encrypt(text: &[u8], key: &[u8; 32], vector: &[u8; 16]) -> Vec<u8> {
    cbc::Encryptor::<aes::Aes256>::new(key.into(), vector.into()).encrypt_padded_vec::<Pkcs7>(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    }

    #[test]
    fn blocks_are_those_of_the_standard() {
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
