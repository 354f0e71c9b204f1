package fr.acquis.support.web;

import fr.acquis.support.Funding;
import fr.acquis.support.SupportAgreement;
import fr.acquis.support.SupportAgreement.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Terms as they are typed. */
public final class AgreementForm {

    private static final int LINES = 4;

    private String hours = "";
    private String object = "";
    private String startsOn = "";
    private String endsOn = "";
    private String price = "";
    private String changeReason = "";
    private String overMaximumReason = "";
    private List<Line> funding = lines();

    /** Who is asked, and for how much. */
    public static final class Line {
        private String source = "";
        private String payer = "";
        private String amount = "";

        public String getSource() {
            return source;
        }

        public void setSource(String source) {
            this.source = source;
        }

        public String getPayer() {
            return payer;
        }

        public void setPayer(String payer) {
            this.payer = payer;
        }

        public String getAmount() {
            return amount;
        }

        public void setAmount(String amount) {
            this.amount = amount;
        }

        boolean isEmpty() {
            return source.isBlank() && amount.isBlank();
        }
    }

    /** What was agreed or proposed last is where a new version begins. */
    static AgreementForm from(SupportAgreement last) {
        AgreementForm form = new AgreementForm();
        form.hours = plain(last.terms().hours());
        form.object = last.terms().object();
        form.startsOn = last.terms().startsOn().toString();
        form.endsOn = last.terms().endsOn().toString();
        form.price = plain(last.terms().price());
        for (int n = 0; n < Math.min(LINES, last.funding().size()); n++) {
            Funding known = last.funding().get(n);
            Line line = form.funding.get(n);
            line.source = known.source().name();
            line.payer = known.payer() == null ? "" : known.payer();
            line.amount = plain(known.amount());
        }
        return form;
    }

    /** @return nothing when something cannot be read; it is said beside its field */
    Optional<Terms> terms(Typed typed) {
        BigDecimal agreed = typed.number("hours", hours, "support.refused.agreement-hours");
        LocalDate from = typed.day("startsOn", startsOn);
        LocalDate until = typed.day("endsOn", endsOn);
        BigDecimal cost = typed.number("price", price, "support.refused.amount");
        return typed.holds()
                ? Optional.of(new Terms(
                        agreed,
                        object,
                        from,
                        until,
                        cents(cost),
                        Typed.orNothing(changeReason),
                        Typed.orNothing(overMaximumReason)))
                : Optional.empty();
    }

    List<Funding.Asked> asked(Typed typed, LocalDate today) {
        List<Funding.Asked> asked = new ArrayList<>();
        for (int n = 0; n < funding.size(); n++) {
            Line line = funding.get(n);
            if (line.isEmpty()) {
                continue;
            }
            Optional<Funding.Source> source = source(line.source);
            if (source.isEmpty()) {
                typed.refuse("funding[%d].source".formatted(n), "support.refused.funding-source");
            }
            BigDecimal amount = typed.number("funding[%d].amount".formatted(n), line.amount, "support.refused.amount");
            if (source.isPresent() && amount != null) {
                asked.add(new Funding.Asked(source.get(), Typed.orNothing(line.payer), cents(amount), today));
            }
        }
        return asked;
    }

    private static Optional<Funding.Source> source(String name) {
        for (Funding.Source source : Funding.Source.values()) {
            if (source.name().equals(name)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private static long cents(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < LINES; n++) {
            lines.add(new Line());
        }
        return lines;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }

    public String getObject() {
        return object;
    }

    public void setObject(String object) {
        this.object = object;
    }

    public String getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(String startsOn) {
        this.startsOn = startsOn;
    }

    public String getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(String endsOn) {
        this.endsOn = endsOn;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public String getChangeReason() {
        return changeReason;
    }

    public void setChangeReason(String changeReason) {
        this.changeReason = changeReason;
    }

    public String getOverMaximumReason() {
        return overMaximumReason;
    }

    public void setOverMaximumReason(String overMaximumReason) {
        this.overMaximumReason = overMaximumReason;
    }

    public List<Line> getFunding() {
        return funding;
    }

    public void setFunding(List<Line> funding) {
        this.funding = funding;
    }
}
