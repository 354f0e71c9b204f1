package fr.acquis.certification.register;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(RegisterSettings.class)
class RegisterConfiguration {}
