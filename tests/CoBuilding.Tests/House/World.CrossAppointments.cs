using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Seats;
using CoBuilding.Units;

namespace CoBuilding.Tests.House;

/// <summary>A pair that was mutual, and somebody who is proposed.</summary>
internal sealed partial class World
{
    /// <summary>A unit with somebody of the office in its Party organization, and that appointment's present row.</summary>
    public Guid CrossUnit { get; private set; }
    public Guid CrossAppointment { get; private set; }
    public Guid Proposal { get; private set; }

    /// <summary>
    /// A unit whose pair was mutual until yesterday, of which the clerk has taken note; what is left of it ends soon, and somebody else is
    /// proposed.
    /// </summary>
    private async Task CrossAsync()
    {
        var unit = new EnterUnit.Form
        {
            Name = "己单位" + Street.Name,
            Kind = UnitKind.School,
            PlaceId = Community.Id,
            PartyOrganization = PartyOrganizationKind.Branch,
        };
        await District.Use<EnterUnit>().RunAsync(Clerk, unit, TestDistrict.Ct);
        CrossUnit = unit.UnitId;
        var seat = new AddSeat.Form
        {
            CommitteeId = Committee,
            UnitId = CrossUnit,
            PersonId = await District.PersonAsync(CrossUnit, "己书记" + Street.Name, secretary: true),
            Title = "兼职委员",
            From = District.Today.AddMonths(-6),
        };
        await District.Use<AddSeat>().RunAsync(Clerk, seat, TestDistrict.Ct);
        var officer = await District.PersonAsync(OtherUnit, "派任" + Street.Name);
        var proposal = new ProposeCrossAppointment.Form
        {
            UnitId = CrossUnit,
            CommitteeId = Committee,
            PersonId = officer,
            Title = "党支部副书记",
            On = District.Today.AddDays(-40),
        };
        await District.Use<ProposeCrossAppointment>().RunAsync(Clerk, proposal, TestDistrict.Ct);
        CrossAppointment = proposal.CrossAppointmentId;
        foreach (var step in new[] { CrossState.Studied, CrossState.Approved, CrossState.InOffice })
        {
            var form = new RecordCrossAppointmentStep.Form
            {
                CrossAppointmentId = CrossAppointment,
                ExpectedVersion = 1,
                Step = step,
                On = District.Today.AddDays(-30),
                Confirmation = Confirmation.Election,
                PlannedUntil = District.Today.AddDays(30),
            };
            await District.Use<RecordCrossAppointmentStep>().RunAsync(Clerk, form, TestDistrict.Ct);
            CrossAppointment = form.NewRowId;
        }
        await District
            .Use<EndAppointment>()
            .RunAsync(
                Clerk,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = 1,
                    On = District.Today.AddDays(-1),
                    Reason = EndReason.Other,
                },
                TestDistrict.Ct
            );
        await District
            .Use<AcknowledgeLapse>()
            .RunAsync(
                Clerk,
                new()
                {
                    UnitId = CrossUnit,
                    CommitteeId = Committee,
                    LapsedOn = District.Today.AddDays(-1),
                },
                TestDistrict.Ct
            );
        var other = proposal with
        {
            CrossAppointmentId = Guid.CreateVersion7(),
            OperationId = Guid.CreateVersion7(),
            PersonId = SparePerson,
        };
        await District.Use<ProposeCrossAppointment>().RunAsync(Clerk, other, TestDistrict.Ct);
        Proposal = other.CrossAppointmentId;
    }
}
