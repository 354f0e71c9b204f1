package fr.acquis.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param window how long an author may correct or take back what they wrote; others are told once it is over
 */
@ConfigurationProperties("acquis.exchange")
public record ExchangeSettings(@DefaultValue("5m") Duration window) {}
