//! Files that Excel opens without asking for a password although they are encrypted.
//!
//! Excel encrypts a workbook whose structure is protected, or that should be opened read-only, with a password that
//! everybody knows, and tries that password before it asks ([MS-OFFCRYPTO] 2.3.4, [MS-OFFDI]). The person who sends such
//! a file knows of no password, so none can be asked for. Any other password stays unknown: none is guessed.

use aes::cipher::{BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256, Block};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::base64;
use super::container::Refusal;
use super::ole::{Ole, half, word};
use super::xml::{Metered, Node, Tag, Xml};
use crate::settings;

/// The password that Excel tries by itself.
const KNOWN: &str = "VelvetSweatshop";

/// Bytes of the package that are encrypted together, each such piece with a beginning of its own.
const SEGMENT: usize = 4096;

const BLOCK: usize = 16;

/// The file inside; refused as protected where the known password does not open it.
pub(super) fn package(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let ole = Ole::open(bytes)?;
    // Some programs file the small ones wrongly; what the sender can do is the same.
    let stream = |name| ole.stream(name).ok().flatten().ok_or(Refusal::Password);
    let (info, sealed) = (stream("EncryptionInfo")?, stream("EncryptedPackage")?);
    let (size, sealed) = sealed.split_at_checked(8).ok_or(Refusal::Password)?;
    let size = word(size, 0).ok_or(Refusal::Password)? as usize;
    let mut opened = match (half(&info, 0), half(&info, 2)) {
        (Some(4), Some(4)) => agile(info.get(8..).unwrap_or_default())?.open(sealed),
        (Some(2..=4), Some(2)) => standard(&info).and_then(|key| electronic_code_book(&key, sealed)),
        _ => None,
    }
    .ok_or(Refusal::Password)?;
    opened.truncate(size);
    Ok(opened)
}

/// What hashes passwords and data.
#[derive(Debug, Clone, Copy)]
enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    fn named(name: &str) -> Option<Self> {
        match name {
            "SHA1" | "SHA-1" => Some(Self::Sha1),
            "SHA256" => Some(Self::Sha256),
            "SHA384" => Some(Self::Sha384),
            "SHA512" => Some(Self::Sha512),
            _ => None,
        }
    }

    fn of(self, one: &[u8], two: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::new()
                .chain_update(one)
                .chain_update(two)
                .finalize()
                .to_vec(),
            Self::Sha256 => Sha256::new()
                .chain_update(one)
                .chain_update(two)
                .finalize()
                .to_vec(),
            Self::Sha384 => Sha384::new()
                .chain_update(one)
                .chain_update(two)
                .finalize()
                .to_vec(),
            Self::Sha512 => Sha512::new()
                .chain_update(one)
                .chain_update(two)
                .finalize()
                .to_vec(),
        }
    }

    /// The password hashed with its salt, again and again.
    fn password(self, salt: &[u8], turns: u32) -> Vec<u8> {
        let units: Vec<u8> = KNOWN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        (0..turns).fold(self.of(salt, &units), |hash, turn| {
            self.of(&turn.to_le_bytes(), &hash)
        })
    }
}

/// A key and the start of its chain, as the newer of the two descriptions spells them.
#[derive(Debug)]
struct Sealed {
    salt: Vec<u8>,
    hash: Hash,
    key: usize,
}

impl Sealed {
    fn of(tag: &Tag<'_>) -> Option<Self> {
        let cipher = tag.attribute("cipherAlgorithm")?;
        let chaining = tag.attribute("cipherChaining")?;
        (cipher == "AES" && chaining == "ChainingModeCBC").then_some(())?;
        Some(Self {
            salt: base64::decode(&tag.attribute("saltValue")?),
            hash: Hash::named(&tag.attribute("hashAlgorithm")?)?,
            key: tag.number::<usize>("keyBits")? / 8,
        })
    }
}

/// The newer description ("agile"): how the package is encrypted, and the key to it under the password.
#[derive(Debug)]
struct Agile {
    data: Sealed,
    key: Vec<u8>,
}

fn agile(description: &[u8]) -> Result<Agile, Refusal> {
    let limit = settings::MAX_PIECE_BYTES;
    let mut xml = Xml::new(Metered::new(description, limit));
    let (mut data, mut key) = (None, None);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if tag.name() == "keyData" => data = Sealed::of(&tag),
            Node::Open(tag) if tag.name() == "encryptedKey" => key = under_password(&tag),
            _ => {}
        }
    }
    match (data, key) {
        (Some(data), Some(key)) => Ok(Agile { data, key }),
        _ => Err(Refusal::Password),
    }
}

/// The key of the package, if the known password opens it.
fn under_password(tag: &Tag<'_>) -> Option<Vec<u8>> {
    const INPUT: [u8; 8] = [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79];
    const VALUE: [u8; 8] = [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e];
    const KEY: [u8; 8] = [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6];
    let sealed = Sealed::of(tag)?;
    let turns = tag.number::<u32>("spinCount")?;
    if turns > settings::MAX_PASSWORD_TURNS {
        return None;
    }
    let password = sealed.hash.password(&sealed.salt, turns);
    let open = |purpose: [u8; 8], name| {
        let key = resized(sealed.hash.of(&password, &purpose), sealed.key);
        chained(
            &key,
            &resized(sealed.salt.clone(), BLOCK),
            &base64::decode(&tag.attribute(name)?),
        )
    };
    let input = open(INPUT, "encryptedVerifierHashInput")?;
    let value = open(VALUE, "encryptedVerifierHashValue")?;
    let expected = sealed.hash.of(&input, &[]);
    value.starts_with(&expected).then_some(())?;
    Some(resized(open(KEY, "encryptedKeyValue")?, sealed.key))
}

impl Agile {
    fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let mut opened = Vec::with_capacity(sealed.len());
        for (number, segment) in (0_u32..).zip(sealed.chunks(SEGMENT)) {
            let start = resized(self.data.hash.of(&self.data.salt, &number.to_le_bytes()), BLOCK);
            opened.extend(chained(&self.key, &start, segment)?);
        }
        Some(opened)
    }
}

/// The key of the older description ("standard"), if the known password opens it.
fn standard(info: &[u8]) -> Option<Vec<u8>> {
    const TURNS: u32 = 50_000;
    const AES: std::ops::RangeInclusive<u32> = 0x660e..=0x6610;
    let header = info.get(12..)?;
    AES.contains(&word(header, 8)?).then_some(())?;
    let key = word(header, 16)? as usize / 8;
    let verifier = header.get(word(info, 8)? as usize..)?;
    let hash = Hash::Sha1.password(verifier.get(4..20)?, TURNS);
    let hash = Hash::Sha1.of(&hash, &[0; 4]);
    let padded = |with: u8| {
        let mut block = [with; 64];
        block.iter_mut().zip(&hash).for_each(|(byte, hash)| *byte ^= hash);
        Hash::Sha1.of(&block, &[])
    };
    let key: Vec<u8> = padded(0x36).into_iter().chain(padded(0x5c)).take(key).collect();
    let input = electronic_code_book(&key, verifier.get(20..36)?)?;
    let value = electronic_code_book(&key, verifier.get(40..72)?)?;
    value.starts_with(&Hash::Sha1.of(&input, &[])).then_some(key)
}

/// Cut, or filled up as the description of the format says.
fn resized(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    bytes.resize(length, 0x36);
    bytes
}

/// Opens blocks that each depend on the one before (CBC).
fn chained(key: &[u8], start: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let mut opened = electronic_code_book(key, sealed)?;
    let before = start.chunks(BLOCK).take(1).chain(sealed.chunks(BLOCK));
    for (block, before) in opened.chunks_mut(BLOCK).zip(before) {
        block
            .iter_mut()
            .zip(before)
            .for_each(|(byte, before)| *byte ^= before);
    }
    Some(opened)
}

/// Opens each block by itself (ECB); what is no whole block at the end is left out.
fn electronic_code_book(key: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    fn open<C: KeyInit + BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>>(
        key: &[u8],
        sealed: &[u8],
    ) -> Option<Vec<u8>> {
        let cipher = C::new_from_slice(key).ok()?;
        let mut opened = Vec::with_capacity(sealed.len());
        for block in sealed.as_chunks::<BLOCK>().0 {
            let mut block = Block::from(*block);
            cipher.decrypt_block(&mut block);
            opened.extend_from_slice(&block);
        }
        Some(opened)
    }
    match key.len() {
        16 => open::<Aes128>(key, sealed),
        24 => open::<Aes192>(key, sealed),
        32 => open::<Aes256>(key, sealed),
        _ => None,
    }
}
