using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.CrossAppointments;

public class CorrectCrossAppointmentStepTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_correction_supersedes_and_the_history_keeps_both()
    {
        var pair = await CrossAppointmentsFixture.StartAsync(cluster);
        await pair.TakeOfficeAsync();
        var guest = (await pair.SeeAsync()).Guests.Single();
        var from = pair.District.Today.AddDays(-3);
        var form = new CorrectCrossAppointmentStep.Form
        {
            CrossAppointmentId = guest.RowId,
            ExpectedVersion = guest.RowVersion,
            Title = guest.Title,
            On = from,
            PlannedUntil = from.AddYears(1),
            Remark = "任职日写错",
        };
        await pair.District.Use<CorrectCrossAppointmentStep>().RunAsync(pair.Clerk, form, Ct);
        guest = (await pair.SeeAsync()).Guests.Single();
        Assert.Equal((from, from.AddYears(1)), (guest.From, guest.PlannedUntil));
        Assert.Equal(
            [(CrossState.InOffice, false), (CrossState.InOffice, true)],
            guest.Steps.Select(s => (s.State, s.IsCorrection)).Skip(3)
        );
        Assert.Equal(
            "CrossAppointments.PlannedEndBeforeBegin",
            await RuleAssert.KeyOfAsync(() =>
                pair
                    .District.Use<CorrectCrossAppointmentStep>()
                    .RunAsync(
                        pair.Clerk,
                        form with
                        {
                            CrossAppointmentId = guest.RowId,
                            ExpectedVersion = guest.RowVersion,
                            PlannedUntil = from,
                            OperationId = Guid.CreateVersion7(),
                            NewRowId = Guid.CreateVersion7(),
                        },
                        Ct
                    )
            )
        );
    }
}
