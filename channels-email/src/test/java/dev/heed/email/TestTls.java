package dev.heed.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that nobody but the tests trusts; their keys are public and protect nothing. */
enum TestTls {
    /** For localhost and 127.0.0.1. */
    HERE("""
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
            """),
    /** For other.example. */
    ELSEWHERE("""
            MIID9gIBAzCCA6AGCSqGSIb3DQEHAaCCA5EEggONMIIDiTCCASAGCSqGSIb3DQEHAaCCAREEggENMIIBCTCCAQUGCyqGSIb3DQEMCgEC
            oIG9MIG6MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBRn4PEkHwImNgvT4t52iawJuNjlugICJxACASAwDAYIKoZIhvcNAgkF
            ADAdBglghkgBZQMEASoEEJq7AFtjcY4a9NzH0Xc6LW4EUHhD3Jg8MtKznF8M39l0atQZkLZDxxteFinGv5UuM2QuELxsC0vzV6gEwFhR
            2U/mshhlokQKr5I5wItMduiLZ9yqKOfOZdUIAzuN1ZGlLXViMTYwEQYJKoZIhvcNAQkUMQQeAgB0MCEGCSqGSIb3DQEJFTEUBBJUaW1l
            IDE3OTUzMDI0MDY1OTMwggJhBgkqhkiG9w0BBwagggJSMIICTgIBADCCAkcGCSqGSIb3DQEHATBmBgkqhkiG9w0BBQ0wWTA4BgkqhkiG
            9w0BBQwwKwQUIPZAqebSfNFiCxF3+p22+oXv/XoCAicQAgEgMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBC0dsbVjUmgq+Xa3eVo
            HU+8gIIB0LAqdUX8tKVcqAiNFj89RNGxxYUbe00GKVu2FI06DaNEwMDYXN5shjfV8bEajhY9li3xyRPXLD9vk5xywiJXtPDtTDtc/QEF
            eroMddTT9p58Or36jIM3i2wTmXsW/sm9xBIxfFaeRzSoDVS85AM/TUGB+6xNveE0tdUd+N3l+KK/FaYths3ISdV48DUbCBSZZW7xGIOd
            v0LBuHG8hFC2qxzSd0h6UWmp2VDEO/y4gDR0HFcypOOSP0Benc5+4+cmz9plEV2UiXzzPqpFY7YIl5SwIRyQdOukVueXhAF5HWuG+3E/
            WV2tdpsrew4HPg5SyZaxtSC4/QH3N5C5swhFQHSVNAF3NyhtDyiFyIAa5+jwRpgx/Zcim8FF89tjfJhZG5ZM/B+9BEwOiqqGPRCx/Kjj
            SAEVeLjXhTWYLAvqxYbqyGCQA12ymqi/IpNHwS2foowE83mPnWREGjzc7PIkysSzOPJTl22rZelDObuPEtxBAj/36VMAHDLfF1gmkzYW
            75DSB0A7I/D4I2JewagKwNdqJs3UDTs5Uezkk4JR/5/Ql1fDqHfjckdfOZgPDYHz26kmNLjYAraoKYMRol0H8q6d9/xG1n3URmzgnDgA
            Fh+8ME0wMTANBglghkgBZQMEAgEFAAQgV+r3ON/mXS53ME2xGbj9iKpRKeUWjlJRf8xE7eLshB4EFI4P+ARqpvCXg3EANQRhmfSnbHfW
            AgInEA==
            """);

    private static final char[] WORD = "changeit".toCharArray();

    private final String store;

    TestTls(String store) {
        this.store = store;
    }

    /** For a server that shows this certificate from the first byte. */
    SSLServerSocketFactory serverSockets() {
        return server().getServerSocketFactory();
    }

    /** For a server that shows this certificate later. */
    SSLSocketFactory upgrades() {
        return server().getSocketFactory();
    }

    private SSLContext server() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(), WORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificates of the tests cannot be used.", e);
        }
    }

    /** For a client that trusts these certificates and no others. */
    static SSLSocketFactory trust() {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (TestTls each : values()) {
                trusted.setCertificateEntry(each.name(), each.load().getCertificate("t"));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificates of the tests cannot be trusted.", e);
        }
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        loaded.load(new ByteArrayInputStream(Base64.getMimeDecoder().decode(store)), WORD);
        return loaded;
    }
}
