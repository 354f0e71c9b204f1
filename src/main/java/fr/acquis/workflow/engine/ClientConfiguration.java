package fr.acquis.workflow.engine;

import fr.acquis.workflow.WorkflowSettings;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import io.camunda.client.impl.oauth.OAuthCredentialsProviderBuilder;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ClientConfiguration {

    /** Connects to nothing yet. Environment variables of the client's own would override these settings unseen. */
    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(WorkflowSettings settings) {
        CamundaClientBuilder client = CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(settings.grpc())
                .restAddress(settings.rest())
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(settings.workerThreads())
                .defaultJobTimeout(settings.jobTimeout())
                .defaultRequestTimeout(settings.requestTimeout())
                .defaultMessageTimeToLive(settings.messageLife())
                .defaultJobWorkerName("acquis");
        if (settings.oauth() != null) {
            client.credentialsProvider(oauth(settings.oauth()).build());
        }
        if (settings.basic() != null) {
            client.credentialsProvider(new BasicAuthCredentialsProviderBuilder()
                    .applyEnvironmentOverrides(false)
                    .username(settings.basic().username())
                    .password(settings.basic().password())
                    .build());
        }
        return client.build();
    }

    private static OAuthCredentialsProviderBuilder oauth(WorkflowSettings.OAuth settings) {
        OAuthCredentialsProviderBuilder oauth = new OAuthCredentialsProviderBuilder()
                .applyEnvironmentOverrides(false)
                .authorizationServerUrl(settings.tokenUrl().toString())
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret());
        if (settings.audience() != null) {
            oauth.audience(settings.audience());
        }
        if (settings.scope() != null) {
            oauth.scope(settings.scope());
        }
        return oauth;
    }

    @Bean
    AnswerTable answerTable(WorkflowSettings settings) {
        return new AnswerTable(settings, new Backoff(settings.backoff(), RandomGenerator.getDefault()));
    }
}
