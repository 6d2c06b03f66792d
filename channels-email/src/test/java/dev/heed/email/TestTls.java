package dev.heed.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that nobody but the tests trusts; its key is public and protects nothing. */
final class TestTls {

    private static final char[] WORD = "changeit".toCharArray();
    private static final String STORE = """
            MIID9gIBAzCCA6AGCSqGSIb3DQEHAaCCA5EEggONMIIDiTCCASAGCSqGSIb3DQEHAaCCAREEggENMIIBCTCCAQUGCyqGSIb3DQEMCgEC
            oIG9MIG6MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBSyewBiF7f0CX/0Z4bC1iNSvrA0YwICJxACASAwDAYIKoZIhvcNAgkF
            ADAdBglghkgBZQMEASoEEIkmUb52r5P9xtfDwRKlydcEUHW97l7krcOHqsbuBSnV7Z3+JCAxuV1nlZ30wlV3PUtJ2f6i7/2MVA2FS1qU
            6V9HJwpfGgsI2HOw+iSNdN37Ztbfhq4zzNedv3Nu2ya7blzGMTYwEQYJKoZIhvcNAQkUMQQeAgB0MCEGCSqGSIb3DQEJFTEUBBJUaW1l
            IDE3OTUzMDA1ODY5NDIwggJhBgkqhkiG9w0BBwagggJSMIICTgIBADCCAkcGCSqGSIb3DQEHATBmBgkqhkiG9w0BBQ0wWTA4BgkqhkiG
            9w0BBQwwKwQUsHvAoZWFQk90rTf7lwgdXlPPPJICAicQAgEgMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBD6+4eGoS+DRCjuaqXL
            MnlogIIB0NeBwPdt1f8CwCTTx6Ah4pVvKdCWaO2i4nVpLPdpqMyGT6ie7klkV8gUV4dRlHXCF0ziklqiV1yOGX7NliywnzIxwMY3WzEh
            bkYYQrIyqVuLHnKc4AlU6xCOFLnKw/YLH1oxmbRKwW4W+M0CFujD/Q11wKfS3TO4HrXUN/w4/TINzyJavmxYZvHN5YvUZLNksWVh3GNF
            QZSH4V9S84RQgbZAVRPiUmDloYqL4bY4vp9BHk+h7+kQqoE4xYTuPPciJqb+FP/G81lG/Wq59zEMzCC06Tx3GPGuQc13/OPzW5BTv0Iv
            zliwDVTd069noW+Fai/0uYEyAmS+UYq5ffALt9DgfIq5zFhN0SJeOgdq8ekOBnHaiQUyOfPJYkp93KP5tih9SeKrSMvnBnui+faHuGCL
            /nCcFVixQMPnnEC7HPnbzdnzDuwABLMLIAh7+i4duV2kCss7NLAVkz7cOd70tNTVeZOWJYmei9/39qtrskvFPW3Os9tmtrJPbEXs7ULl
            gnDWQVjh7nuuZT2TcTYuRvu0Ac7xJeGvxhG8nKUfU/6WomUHUS7PR9ko3d6vvWM8RyQSHsnbgl4net07RbbZ4GcZpR4DWTnXcIf0ileg
            6fQaME0wMTANBglghkgBZQMEAgEFAAQg46t6GEGytBOZCrV7JQmagPPs209DqokFW4MfHbcoeRoEFOF9pdamfFJi3Dl+QjkHnyG/UzQM
            AgInEA==
            """;

    private TestTls() {}

    /** For a server at localhost or 127.0.0.1. */
    static SSLContext server() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(), WORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificate of the tests cannot be used.", e);
        }
    }

    /** For a client that trusts that server and no other. */
    static SSLSocketFactory trust() {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("server", store().getCertificate("t"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificate of the tests cannot be trusted.", e);
        }
    }

    private static KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Base64.getMimeDecoder().decode(STORE)), WORD);
        return store;
    }
}
