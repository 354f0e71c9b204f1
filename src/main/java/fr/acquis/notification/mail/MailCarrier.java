package fr.acquis.notification.mail;

import org.springframework.mail.MailException;

/** Hands a mail to a mail server. */
interface MailCarrier {

    /** Returns when the server has accepted the mail. */
    void carry(OutgoingMail mail) throws MailException;
}
