// SPDX-License-Identifier: Apache-2.0
package smartca.judge;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * EU DSS's judgement of signed PDFs by its own ETSI policy: {@code Judge ROOT FILE…} prints one JSON line for each file,
 * {"accepted","level","why"}.
 */
public final class Judge {
    private static final String POLICY = "/policy/constraint.xml";

    public static void main(String[] arguments) throws IOException {
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        roots.addCertificate(DSSUtils.loadCertificate(new File(arguments[0])));
        String policy = policyWithoutRevocation();
        for (int i = 1; i < arguments.length; i++) {
            System.out.println(judge(new File(arguments[i]), roots, policy));
        }
    }

    /** Nothing is fetched here, so the one thing left out of the policy is that revocation data be at hand. */
    private static String policyWithoutRevocation() throws IOException {
        try (InputStream stream = Judge.class.getResourceAsStream(POLICY)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("<(RevocationDataAvailable|AcceptableRevocationDataFound) Level=\"[A-Z]+\"", "<$1 Level=\"IGNORE\"");
        }
    }

    private static String judge(File file, CommonTrustedCertificateSource roots, String policy) {
        try {
            CommonCertificateVerifier verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(roots);
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
            validator.setCertificateVerifier(verifier);
            InputStream stream = new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8));
            return describe(validator.validateDocument(stream).getSimpleReport());
        } catch (RuntimeException error) {
            return line(false, "", List.of(error.getClass().getSimpleName() + ": " + error.getMessage()));
        }
    }

    private static String describe(SimpleReport report) {
        if (report.getSignaturesCount() != 1) {
            return line(false, "", List.of(report.getSignaturesCount() + " signatures"));
        }
        String id = report.getFirstSignatureId();
        Indication indication = report.getIndication(id);
        SignatureLevel level = report.getSignatureFormat(id);
        List<String> why = new ArrayList<>();
        why.add(indication + (report.getSubIndication(id) == null ? "" : "/" + report.getSubIndication(id)));
        report.getAdESValidationErrors(id).forEach(message -> why.add(message.getValue()));
        boolean wholeFile = report.getSignatureScopes(id).stream().allMatch(scope -> scope.getScope() == SignatureScopeType.FULL);
        if (!wholeFile) {
            why.add("only an earlier revision of the file is signed");
        }
        return line(indication == Indication.TOTAL_PASSED && wholeFile, level == null ? "" : level.toString(), why);
    }

    private static String line(boolean accepted, String level, List<String> why) {
        return "{\"accepted\": " + accepted + ", \"level\": " + quoted(level) + ", \"why\": " + quoted(String.join("; ", why)) + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\\\\"\\p{Cntrl}]", " ") + '"';
    }
}
