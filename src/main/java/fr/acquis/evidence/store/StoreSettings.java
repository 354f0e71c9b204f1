package fr.acquis.evidence.store;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the object store is.
 *
 * @param region null to let the store say it
 * @param patience how long the store may keep us waiting for a byte
 */
@ConfigurationProperties("acquis.store")
record StoreSettings(
        URI endpoint,
        String bucket,
        String accessKey,
        String secretKey,
        @DefaultValue("us-east-1") @Nullable String region,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("30s") Duration patience) {

    @Override
    public String toString() {
        return "StoreSettings[" + endpoint + ", " + bucket + "]";
    }
}
