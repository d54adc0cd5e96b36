//! The key: HMAC-SHA-256 inside the TPM, a child of the storage key, guarded by an authorisation value.
//!
//! Its attributes make it useless elsewhere (`fixedTPM`, `fixedParent`) and let the TPM count wrong tries (`noDA`
//! clear). The session is salted to the storage key and encrypts: neither the authorisation value nor an output
//! crosses the bus in clear, and no recording of it can be tried against PINs.

use tss_esapi::Context;
use tss_esapi::attributes::{ObjectAttributes, ObjectAttributesBuilder, SessionAttributesBuilder};
use tss_esapi::constants::SessionType;
use tss_esapi::handles::{KeyHandle, ObjectHandle};
use tss_esapi::interface_types::algorithm::{HashingAlgorithm, PublicAlgorithm};
use tss_esapi::interface_types::ecc::EccCurve;
use tss_esapi::interface_types::resource_handles::Hierarchy;
use tss_esapi::interface_types::session_handles::AuthSession;
use tss_esapi::structures::{
    Auth, EccPoint, EccScheme, HmacScheme, KeyDerivationFunctionScheme, KeyedHashScheme, MaxBuffer,
    Private, Public, PublicBuilder, PublicEccParametersBuilder, PublicKeyedHashParameters,
    SymmetricDefinition, SymmetricDefinitionObject,
};
use tss_esapi::traits::{Marshall, UnMarshall};
use zeroize::Zeroizing;

use crate::failure::{Code, Failure, of_load, of_parent, of_tpm, of_use};
use crate::wire::Secret;

/// A new key's sealed parts, and the Name of what they hang from.
pub(crate) struct Made {
    pub(crate) private: Vec<u8>,
    pub(crate) public: Vec<u8>,
    pub(crate) parent_name: Vec<u8>,
}

/// A key's sealed parts, as far as they can be judged without the TPM.
#[derive(Debug)]
pub(crate) struct Blobs {
    private: Private,
    public: Public,
}

impl Blobs {
    /// Reads them; refuses a key that is not exactly as [`create`] makes it, such as one without protection against
    /// guessing.
    pub(crate) fn read(private: Vec<u8>, public: &[u8]) -> Result<Self, Failure> {
        let private = Private::try_from(private).map_err(|_| Code::Damaged)?;
        let read = Public::unmarshall(public).map_err(|_| Code::Damaged)?;
        let template = key_template().map_err(of_tpm)?;
        let whole = read.marshall().is_ok_and(|bytes| bytes == public);
        if whole && is_of_kind(&read, &template) && !private.is_empty() {
            return Ok(Self {
                private,
                public: read,
            });
        }
        Err(Code::Damaged.into())
    }
}

/// Whether it differs from the template in nothing but its identity.
fn is_of_kind(public: &Public, template: &Public) -> bool {
    match (public, template) {
        (
            Public::KeyedHash {
                object_attributes,
                name_hashing_algorithm,
                auth_policy,
                parameters,
                ..
            },
            Public::KeyedHash {
                object_attributes: wanted_attributes,
                name_hashing_algorithm: wanted_hash,
                auth_policy: wanted_policy,
                parameters: wanted_parameters,
                ..
            },
        ) => {
            object_attributes == wanted_attributes
                && name_hashing_algorithm == wanted_hash
                && auth_policy == wanted_policy
                && parameters == wanted_parameters
        }
        _ => false,
    }
}

/// The Name of this TPM's storage key.
pub(crate) fn parent_name(tpm: &mut Context) -> Result<Vec<u8>, Failure> {
    Ok(Parent::make(tpm)?.name)
}

/// Makes a key guarded by `auth_value`.
pub(crate) fn create(tpm: &mut Context, auth_value: &Secret) -> Result<Made, Failure> {
    let parent = Parent::make(tpm)?;
    let session = parent.session(tpm)?;
    let auth = auth(auth_value)?;
    let template = key_template().map_err(of_tpm)?;
    let made = tpm
        .execute_with_session(Some(session), |tpm| {
            tpm.create(parent.handle, template, Some(auth), None, None, None)
        })
        .map_err(of_tpm)?;
    Ok(Made {
        private: made.out_private.value().to_vec(),
        public: made.out_public.marshall().map_err(of_tpm)?,
        parent_name: parent.name,
    })
}

/// HMAC of each salt under the key. The parent's Name is compared before anything of the key is sent or used.
pub(crate) fn evaluate(
    tpm: &mut Context,
    blobs: Blobs,
    parent_name: &[u8],
    auth_value: &Secret,
    salts: &[Secret; 2],
) -> Result<[Secret; 2], Failure> {
    let parent = Parent::make(tpm)?;
    if parent.name != parent_name {
        return Err(Code::OtherTpm.into());
    }
    let session = parent.session(tpm)?;
    let auth = auth(auth_value)?;
    tpm.execute_with_session(Some(session), |tpm| {
        let key = tpm
            .load(parent.handle, blobs.private, blobs.public)
            .map_err(of_load)?;
        let key = ObjectHandle::from(key);
        tpm.tr_set_auth(key, auth).map_err(of_tpm)?;
        let [first, second] = salts;
        Ok([hmac(tpm, key, first)?, hmac(tpm, key, second)?])
    })
}

fn hmac(tpm: &mut Context, key: ObjectHandle, salt: &Secret) -> Result<Secret, Failure> {
    let salt = MaxBuffer::try_from(salt.0.as_slice()).map_err(of_tpm)?;
    let digest = tpm
        .hmac(key, salt, HashingAlgorithm::Sha256)
        .map_err(of_use)?;
    let mut output = Zeroizing::new([0; 32]);
    if digest.value().len() != output.len() {
        return Err(Code::Io.into());
    }
    output.copy_from_slice(digest.value());
    Ok(Secret(output))
}

fn auth(value: &Secret) -> Result<Auth, Failure> {
    Auth::try_from(value.0.as_slice()).map_err(of_tpm)
}

/// The storage key, made anew from the TPM's owner seed each time: always the same until the TPM is cleared.
struct Parent {
    handle: KeyHandle,
    name: Vec<u8>,
}

impl Parent {
    fn make(tpm: &mut Context) -> Result<Self, Failure> {
        let template = parent_template().map_err(of_tpm)?;
        let made = tpm
            .execute_with_session(Some(AuthSession::Password), |tpm| {
                tpm.create_primary(Hierarchy::Owner, template, None, None, None, None)
            })
            .map_err(of_parent)?;
        let handle = made.key_handle;
        let name = tpm.tr_get_name(handle.into()).map_err(of_tpm)?;
        Ok(Self {
            handle,
            name: name.value().to_vec(),
        })
    }

    /// A session that only the TPM with this storage key can answer, encrypting both ways.
    fn session(&self, tpm: &mut Context) -> Result<AuthSession, Failure> {
        let session = tpm
            .execute_without_session(|tpm| {
                tpm.start_auth_session(
                    Some(self.handle),
                    None,
                    None,
                    SessionType::Hmac,
                    SymmetricDefinition::AES_128_CFB,
                    HashingAlgorithm::Sha256,
                )
            })
            .map_err(of_tpm)?
            .ok_or(Code::Io)?;
        let (attributes, mask) = SessionAttributesBuilder::new()
            .with_decrypt(true)
            .with_encrypt(true)
            .build();
        tpm.tr_sess_set_attributes(session, attributes, mask)
            .map_err(of_tpm)?;
        Ok(session)
    }
}

/// TCG TPM v2.0 Provisioning Guidance, 7.5.1: an ECC P-256 storage key.
fn parent_template() -> tss_esapi::Result<Public> {
    let attributes = storage_attributes()?;
    let parameters = PublicEccParametersBuilder::new_restricted_decryption_key(
        SymmetricDefinitionObject::AES_128_CFB,
        EccCurve::NistP256,
    )
    .with_ecc_scheme(EccScheme::Null)
    .with_key_derivation_function_scheme(KeyDerivationFunctionScheme::Null)
    .build()?;
    PublicBuilder::new()
        .with_public_algorithm(PublicAlgorithm::Ecc)
        .with_name_hashing_algorithm(HashingAlgorithm::Sha256)
        .with_object_attributes(attributes)
        .with_ecc_parameters(parameters)
        .with_ecc_unique_identifier(EccPoint::default())
        .build()
}

/// No value guards it, so wrong tries at it need not be counted (`noDA`).
fn storage_attributes() -> tss_esapi::Result<ObjectAttributes> {
    ObjectAttributesBuilder::new()
        .with_fixed_tpm(true)
        .with_fixed_parent(true)
        .with_sensitive_data_origin(true)
        .with_user_with_auth(true)
        .with_no_da(true)
        .with_restricted(true)
        .with_decrypt(true)
        .build()
}

fn key_template() -> tss_esapi::Result<Public> {
    let attributes = ObjectAttributesBuilder::new()
        .with_fixed_tpm(true)
        .with_fixed_parent(true)
        .with_sensitive_data_origin(true)
        .with_user_with_auth(true)
        .with_sign_encrypt(true)
        .build()?;
    let scheme = KeyedHashScheme::Hmac {
        hmac_scheme: HmacScheme::new(HashingAlgorithm::Sha256),
    };
    PublicBuilder::new()
        .with_public_algorithm(PublicAlgorithm::KeyedHash)
        .with_name_hashing_algorithm(HashingAlgorithm::Sha256)
        .with_object_attributes(attributes)
        .with_keyed_hash_parameters(PublicKeyedHashParameters::new(scheme))
        .with_keyed_hash_unique_identifier(Default::default())
        .build()
}
