using CoBuilding.Committees;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;

namespace CoBuilding.Tests.House;

/// <summary>Nominations at several steps, and renewals that are open.</summary>
internal sealed partial class World
{
    /// <summary>
    /// Of <see cref="Person"/> for a seat of <see cref="Unit"/> on <see cref="OtherCommittee"/>, waiting for the unit's word.
    /// </summary>
    public Guid Nomination { get; private set; }

    /// <summary>Of individuals for the same committee: one new, two submitted to the street, one to be taken back.</summary>
    public Guid NewNomination { get; private set; }
    public Guid SubmittedNomination { get; private set; }
    public Guid OtherSubmittedNomination { get; private set; }
    public Guid IdleNomination { get; private set; }

    /// <summary>The community's, in its second term, with a renewal open.</summary>
    public Guid RenewedCommittee { get; private set; }
    public Guid Renewal { get; private set; }

    /// <summary>Of <see cref="OtherCommittee"/>.</summary>
    public Guid OtherRenewal { get; private set; }

    private async Task NominationsAsync()
    {
        await District
            .Use<SetNominationChain>()
            .RunAsync(
                District.Admin,
                new()
                {
                    AsksConsent = true,
                    AsksScreening = true,
                    AsksApproval = true,
                    AsksPublicity = true,
                    PublicityWorkdays = 5,
                },
                TestDistrict.Ct
            );
        Nomination = await District.NominateAsync(OtherCommittee, Person, Unit);
        List<Guid> individuals = [];
        foreach (var name in new[] { "甲模范", "乙模范", "丙模范", "丁模范" })
            individuals.Add(await District.NominateAsync(OtherCommittee, await District.PersonAsync(OtherUnit, name)));
        (NewNomination, IdleNomination, SubmittedNomination, OtherSubmittedNomination) = (
            individuals[0],
            individuals[1],
            individuals[2],
            individuals[3]
        );
        foreach (
            var (action, n) in new[] { NominationAction.Consented, NominationAction.Screened, NominationAction.Submitted }.Select(
                (d, n) => (d, n)
            )
        )
            await District
                .Use<AdvanceNominations>()
                .RunAsync(
                    Clerk,
                    new()
                    {
                        Rows = [new(SubmittedNomination, n + 1), new(OtherSubmittedNomination, n + 1)],
                        Action = action,
                        On = District.Today,
                        Source = ConsentSource.Paper,
                        PersonIsWilling = true,
                    },
                    TestDistrict.Ct
                );

        RenewedCommittee = await District.CommitteeAsync(Community, CommitteeKind.Consultation);
        var first = new OpenRenewal.Form
        {
            CommitteeId = RenewedCommittee,
            ExpectedVersion = 1,
            On = District.Today.AddDays(-9),
        };
        await District.Use<OpenRenewal>().RunAsync(Clerk, first, TestDistrict.Ct);
        await District
            .Use<ConveneTerm>()
            .RunAsync(
                Clerk,
                new()
                {
                    RenewalId = first.RenewalId,
                    ExpectedVersion = 1,
                    On = District.Today.AddDays(-5),
                },
                TestDistrict.Ct
            );
        Renewal = await OpenRenewalAsync(RenewedCommittee);
        OtherRenewal = await OpenRenewalAsync(OtherCommittee);
    }

    private async Task<Guid> OpenRenewalAsync(Guid committee)
    {
        var version = (await District.Use<SeeTerms>().AskAsync(Clerk, committee, TestDistrict.Ct)).RowVersion;
        var form = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = version,
            On = District.Today,
        };
        await District.Use<OpenRenewal>().RunAsync(Clerk, form, TestDistrict.Ct);
        return form.RenewalId;
    }
}
