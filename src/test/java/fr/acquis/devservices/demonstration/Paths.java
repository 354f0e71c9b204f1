package fr.acquis.devservices.demonstration;

/** The beginnings journeys have in common. Days are counted back from today. */
final class Paths {

    static final String ESTATE = "RNCP99901";
    static final String FAMILIES = "RNCP99902";
    static final String MAINTENANCE = "RNCP99903";

    final FilingDeeds filing;
    final SupportDeeds support;
    final ExchangeDeeds exchange;
    final WritingDeeds writing;
    final JuryDeeds jury;
    final AwardDeeds award;

    Paths(
            FilingDeeds filing,
            SupportDeeds support,
            ExchangeDeeds exchange,
            WritingDeeds writing,
            JuryDeeds jury,
            AwardDeeds award) {
        this.filing = filing;
        this.support = support;
        this.exchange = exchange;
        this.writing = writing;
        this.jury = jury;
        this.award = award;
    }

    Storyline filed(Storyline line, int days) {
        return line.ago(days + 5, filing.begins()).ago(days, filing.files());
    }

    Storyline admitted(Storyline line, int filed, int admitted) {
        return filed(line, filed).ago(admitted, filing.admits());
    }

    /** Admitted, without support. */
    Storyline alone(Storyline line, int filed, int admitted) {
        return admitted(line, filed, admitted).ago(admitted - 2, support.wantsNone());
    }

    Storyline deposited(Storyline line, int filed, int admitted, int deposited) {
        return alone(line, filed, admitted)
                .ago(deposited + 3, writing.writes(100))
                .ago(deposited, writing.deposits());
    }

    /** The file is complete, and what the règlement wants before the jury is done. */
    Storyline toPlan(Storyline line, int filed, int admitted, int deposited) {
        Storyline complete = deposited(line, filed, admitted, deposited).ago(deposited - 6, writing.finds(true));
        return line.certification().equals(MAINTENANCE)
                ? complete.ago(deposited - 9, jury.isAssessedAtWork())
                : complete;
    }

    /** On the day of the jury. */
    Storyline atTheJury(Storyline line, int filed, int heard) {
        int deposited = heard + 58;
        return toPlan(line, filed, filed - 26 - filed % 19, deposited).ago(deposited - 10, jury.isEnteredFor(heard));
    }

    Storyline judged(Storyline line, int filed, int heard, int obtained) {
        return atTheJury(line, filed, heard)
                .ago(heard, jury.isEvaluated(obtained))
                .ago(heard, jury.isDecided(obtained));
    }

    /** How many blocs a certification has. */
    static int all(Storyline line) {
        return line.certification().equals(ESTATE) ? 6 : 3;
    }
}
