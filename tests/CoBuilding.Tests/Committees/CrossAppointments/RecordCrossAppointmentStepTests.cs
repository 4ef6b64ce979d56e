using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.CrossAppointments;

public class RecordCrossAppointmentStepTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_proposal_becomes_an_office_step_by_step_as_the_unit_decides()
    {
        var pair = await CrossAppointmentsFixture.StartAsync(cluster);
        var (district, clerk) = (pair.District, pair.Clerk);
        Assert.Equal(PairStatus.UnitToHost, (await pair.SeeAsync()).Status);
        await pair.ProposeAsync();
        await pair.StepAsync(CrossState.Studied, -20);
        await pair.StepAsync(
            CrossState.Approved,
            -15,
            f => f with { Confirmation = Confirmation.Election, DocumentNumber = "大教组〔2026〕8号" }
        );
        Assert.Equal(PairStatus.UnitToHost, (await pair.SeeAsync()).Status); // approved is not yet in office
        await pair.StepAsync(CrossState.InOffice, -10, f => f with { PlannedUntil = district.Today.AddYears(2) });

        var seen = await pair.SeeAsync();
        Assert.Equal(PairStatus.Mutual, seen.Status);
        var guest = Assert.Single(seen.Guests);
        Assert.Equal(
            ("街道副书记", "党总支兼职副书记", Confirmation.Election, "大教组〔2026〕8号"),
            (guest.Name, guest.Title, guest.Confirmation, guest.DocumentNumber)
        );
        Assert.Equal([CrossState.Proposed, CrossState.Studied, CrossState.Approved, CrossState.InOffice], guest.Steps.Select(s => s.State));
        Assert.All(guest.Steps, s => Assert.False(string.IsNullOrEmpty(s.Who)));

        var row = Assert.Single((await district.Use<ListPairs>().AskAsync(clerk, new(), Ct)).Rows);
        var cell = Assert.Single(row.Cells);
        Assert.Equal(
            (pair.Committee, PairStatus.Mutual, "甲校书记", "街道副书记"),
            (cell.CommitteeId, cell.Status, cell.Member?.Name, cell.Guest?.Name)
        );
        Assert.Equal(
            PairStatus.UnitToHost,
            (await district.Use<ListPairs>().AskAsync(clerk, new() { On = district.Today.AddDays(-11) }, Ct))
                .Rows.Single()
                .Cells.Single()
                .Status
        );
        Assert.Equal(
            new SeeDashboard.Ratio(1, 1),
            (await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct)).Figures.Single(f => f.Key == "Dashboards.MutualUnits").Ratio
        );
    }

    [Fact]
    public async Task What_the_unit_has_not_decided_is_refused()
    {
        var pair = await CrossAppointmentsFixture.StartAsync(cluster);
        var (district, use) = (pair.District, pair.District.Use<ProposeCrossAppointment>());
        var form = pair.Proposal();
        var without = await district.UnitAsync(district.Community1, "乙店");
        Assert.Equal(
            "CrossAppointments.NoPartyOrganization",
            await RuleAssert.KeyOfAsync(() => use.RunAsync(pair.Clerk, form with { UnitId = without }, Ct))
        );
        Assert.Equal(
            "CrossAppointments.OfTheUnitItself",
            await RuleAssert.KeyOfAsync(() => use.RunAsync(pair.Clerk, form with { PersonId = pair.Member }, Ct))
        );
        var elsewhere = await pair.UnitWithOrganizationAsync("西校", district.Community2);
        Assert.Equal(
            "CrossAppointments.OutsideTerritory",
            await RuleAssert.KeyOfAsync(() => use.RunAsync(district.Admin, form with { UnitId = elsewhere }, Ct))
        );
        await use.RunAsync(pair.Clerk, form, Ct);
        Assert.Equal(
            "CrossAppointments.IsOpenAlready",
            await RuleAssert.KeyOfAsync(() =>
                use.RunAsync(pair.Clerk, form with { CrossAppointmentId = Guid.CreateVersion7(), OperationId = Guid.CreateVersion7() }, Ct)
            )
        );

        Assert.Equal("CrossAppointments.AtAnotherStep", await RuleAssert.KeyOfAsync(() => pair.StepAsync(CrossState.InOffice, 0)));
        Assert.Equal("CrossAppointments.BeforeTheLastStep", await RuleAssert.KeyOfAsync(() => pair.StepAsync(CrossState.Studied, -31)));
        await Assert.ThrowsAsync<ValidationFailed>(() => pair.StepAsync(CrossState.Declined, 0)); // gives no reason
        var seen = (await pair.SeeAsync()).Guests.Single();
        await pair.StepAsync(CrossState.Declined, 0, f => f with { Remark = "支委会人数已满" });
        await Assert.ThrowsAsync<Stale>(() =>
            district
                .Use<RecordCrossAppointmentStep>()
                .RunAsync(
                    pair.Clerk,
                    new()
                    {
                        CrossAppointmentId = seen.RowId,
                        ExpectedVersion = seen.RowVersion,
                        Step = CrossState.Studied,
                        On = district.Today,
                    },
                    Ct
                )
        );
        Assert.Equal(
            (PairStatus.UnitToHost, CrossState.Declined),
            ((await pair.SeeAsync()).Status, (await pair.SeeAsync()).Guests.Single().State)
        );
        await use.RunAsync(pair.Clerk, pair.Proposal(), Ct); // asked again later
    }
}
