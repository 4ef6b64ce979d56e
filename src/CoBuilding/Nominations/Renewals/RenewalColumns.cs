using CoBuilding.Committees;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Nominations.Renewals;

/// <summary>What the working sheet of a renewal shows, in both of its forms.</summary>
internal static class RenewalColumns
{
    public static string Title(SeeRenewal.Answer renewal) => Wording.T("Terms.PaperTitle", renewal.Committee, renewal.TermNumber);

    public static string Summary(SeeRenewal.Answer renewal) =>
        Wording.T(
            "Terms.PaperLine",
            renewal.OpenedOn.InShort(),
            renewal.TermEndsOn?.InShort() ?? Wording.T("Terms.Unset"),
            renewal.Rows.Count,
            renewal.Ready,
            renewal.Open
        );

    /// <summary>In the current language.</summary>
    public static IReadOnlyList<Column<SeeRenewal.Row>> All =>
        [
            new(Wording.T("Exports.SeatTitle"), 14, r => r.SeatTitle),
            new(
                Wording.T("Exports.Unit"),
                28,
                r => r.Unit ?? Wording.T(r.Kind == SeatKind.FullTime ? "Committees.OfHost" : "Committees.OfIndividual")
            ),
            new(Wording.T("Terms.Holder"), 11, r => r.Holder ?? Wording.T("Exports.Vacant")),
            new(Wording.T("Terms.Nominee"), 11, r => r.Nominee ?? Wording.T("Terms.LeftOpen")),
            new(
                Wording.T("Terms.Same"),
                10,
                r => r.Nominee is null ? null : Wording.T(r.IsSame ? "Terms.SamePerson" : "Terms.AnotherPerson")
            ),
            new(
                Wording.T("Terms.UnitOpinion"),
                20,
                r => r.ConsentedOn is { } on ? Wording.T("Terms.Said", on.InShort(), Wording.T(r.ConsentSource!.Value)) : null
            ),
            new(
                Wording.T("Terms.AboveOpinion"),
                20,
                r => r.ApprovedOn is { } on ? Wording.T("Terms.Said", on.InShort(), r.ApprovalNumber) : null
            ),
            new(
                Wording.T("Terms.Progress"),
                12,
                r =>
                    r.IsReady ? Wording.T("Terms.IsReady")
                    : r.State is { } state ? Wording.T(state)
                    : null
            ),
            new(Wording.T("Terms.Remarks"), 14, _ => null),
        ];
}
