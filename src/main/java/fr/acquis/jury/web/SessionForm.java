package fr.acquis.jury.web;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.JuryMode;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.NewSession;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.BindingResult;

/** What an agent types to open a session. */
class SessionForm {

    @NotBlank
    private String certification = "";

    @NotNull
    @DateTimeFormat(iso = ISO.DATE)
    private LocalDate day;

    @NotNull
    @DateTimeFormat(pattern = "HH:mm")
    private LocalTime hour;

    @NotNull
    @Min(value = 10, message = "{jury.session.minutes.range}")
    @Max(value = 240, message = "{jury.session.minutes.range}")
    private Integer minutes = 60;

    @NotNull
    private JuryMode mode = JuryMode.ENTRETIEN;

    @Size(max = 300)
    private String place = "";

    @Size(max = 500)
    private String videoLink = "";

    @Size(max = 1000)
    private String bring = "";

    void check(BindingResult result, LocalDate today) {
        if (day != null && day.isBefore(today)) {
            result.rejectValue("day", "jury.session.day.passed");
        }
        if (mode != JuryMode.SUR_DOSSIER && blank(place) && blank(videoLink)) {
            result.rejectValue("place", "jury.session.place.required");
        }
        if (!blank(videoLink) && !videoLink.strip().startsWith("https://")) {
            result.rejectValue("videoLink", "jury.session.video.https");
        }
    }

    NewSession session() {
        return new NewSession(
                new CertificationId(UUID.fromString(certification)),
                day.atTime(hour).atZone(LegalClock.ZONE).toInstant(),
                minutes,
                mode,
                text(place),
                text(videoLink),
                text(bring));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String text(@Nullable String text) {
        return blank(text) ? null : text.strip();
    }

    public String getCertification() {
        return certification;
    }

    public void setCertification(String certification) {
        this.certification = certification;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public LocalTime getHour() {
        return hour;
    }

    public void setHour(LocalTime hour) {
        this.hour = hour;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public JuryMode getMode() {
        return mode;
    }

    public void setMode(JuryMode mode) {
        this.mode = mode;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getVideoLink() {
        return videoLink;
    }

    public void setVideoLink(String videoLink) {
        this.videoLink = videoLink;
    }

    public String getBring() {
        return bring;
    }

    public void setBring(String bring) {
        this.bring = bring;
    }
}
