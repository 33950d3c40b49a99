// SPDX-License-Identifier: Apache-2.0
// PKI.js's judgement of detached signatures: judge.js ROOT.der CMS CONTENT [CMS CONTENT …] prints one JSON line for each pair,
// {"accepted", "why"}; judge.js --born CMS prints the date of birth in the signer's certificate. Shares no code with OpenSSL's CMS; cryptography by WebCrypto.
"use strict";
const fs = require("fs");
const { webcrypto } = require("crypto");
const asn1js = require("asn1js");
const pkijs = require("pkijs");

pkijs.setEngine("node", new pkijs.CryptoEngine({ name: "node", crypto: webcrypto }));

const timeStampToken = "1.2.840.113549.1.9.16.2.14";
const subjectDirectoryAttributes = "2.5.29.9";
const dateOfBirth = "1.3.6.1.5.5.7.9.1";

function der(path) {
  const octets = fs.readFileSync(path);
  return octets.buffer.slice(octets.byteOffset, octets.byteOffset + octets.byteLength);
}

function contentInfo(octets) {
  const parsed = asn1js.fromBER(octets);
  if (parsed.offset === -1) throw new Error("not ASN.1");
  return new pkijs.ContentInfo({ schema: parsed.result });
}

async function verifySigner(signedData, content, root) {
  return signedData.verify({ signer: 0, data: content, trustedCerts: [root], checkChain: true, extendedMode: true });
}

// The token covers the signature value of the one signer.
async function verifyTimeStamp(signerInfo) {
  const attributes = signerInfo.unsignedAttrs ? signerInfo.unsignedAttrs.attributes : [];
  const found = attributes.filter((attribute) => attribute.type === timeStampToken);
  if (found.length !== 1) return "no time stamp, or several";
  const token = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: found[0].values[0] }).content });
  const signature = signerInfo.signature.valueBlock.valueHexView;
  const imprinted = signature.buffer.slice(signature.byteOffset, signature.byteOffset + signature.byteLength);
  const good = await token.verify({ signer: 0, data: imprinted });
  return good ? "" : "time stamp wrong";
}

async function judge(cmsPath, contentPath, root) {
  const info = contentInfo(der(cmsPath));
  if (info.contentType !== "1.2.840.113549.1.7.2") return [false, "no SignedData"];
  const signedData = new pkijs.SignedData({ schema: info.content });
  if (signedData.signerInfos.length !== 1) return [false, "not one signer"];
  const verdict = await verifySigner(signedData, der(contentPath), root);
  if (!verdict.signatureVerified || !verdict.signerCertificateVerified) return [false, verdict.message || "refused"];
  const stamp = await verifyTimeStamp(signedData.signerInfos[0]);
  return [stamp === "", stamp || "signature, path and time stamp fit"];
}

function born(cmsPath) {
  const signedData = new pkijs.SignedData({ schema: contentInfo(der(cmsPath)).content });
  const signer = signedData.signerInfos[0].sid;
  const certificate = signedData.certificates.find(
    (one) => one.serialNumber.isEqual(signer.serialNumber) && one.issuer.isEqual(signer.issuer));
  const extension = certificate.extensions.find((one) => one.extnID === subjectDirectoryAttributes);
  const [time] = extension.parsedValue.attributes.find((one) => one.type === dateOfBirth).values;
  return time.toDate().toISOString().slice(0, 10);
}

async function main(rootPath, pairs) {
  const root = pkijs.Certificate.fromBER(der(rootPath));
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    let accepted = false;
    let why = "";
    try {
      [accepted, why] = await judge(pairs[i], pairs[i + 1], root);
    } catch (error) {
      why = String(error.message || error);
    }
    console.log(JSON.stringify({ accepted, why }));
  }
}

if (process.argv[2] === "--born") console.log(born(process.argv[3]));
else main(process.argv[2], process.argv.slice(3));
