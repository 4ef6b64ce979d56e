using CoBuilding.Access;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees.CrossAppointments;

/// <summary>A street's body, a school of it with a Party organization and a member, and a person of the street's office.</summary>
internal sealed record UnitAndCommittee(TestDistrict District, Scope Clerk, Guid Committee, Guid Unit, Guid Seat, Guid Member, Guid Officer)
{
    public Task<SeePair.Answer> SeeAsync() => District.Use<SeePair>().AskAsync(Clerk, Unit, Committee, TestDistrict.Ct);

    public ProposeCrossAppointment.Form Proposal() =>
        new()
        {
            UnitId = Unit,
            CommitteeId = Committee,
            PersonId = Officer,
            Title = "党总支兼职副书记",
            On = District.Today.AddDays(-30),
        };

    public Task ProposeAsync() => District.Use<ProposeCrossAppointment>().RunAsync(Clerk, Proposal(), TestDistrict.Ct);

    public async Task StepAsync(
        CrossState step,
        int days,
        Func<RecordCrossAppointmentStep.Form, RecordCrossAppointmentStep.Form>? fill = null
    )
    {
        District.Clock.Advance(TimeSpan.FromMinutes(1));
        var guest = (await SeeAsync()).Guests.First(g => g.State is not (CrossState.Declined or CrossState.Withdrawn or CrossState.Ended));
        var form = new RecordCrossAppointmentStep.Form
        {
            CrossAppointmentId = guest.RowId,
            ExpectedVersion = guest.RowVersion,
            Step = step,
            On = District.Today.AddDays(days),
            ToldBy = "单位联络员",
        };
        await District.Use<RecordCrossAppointmentStep>().RunAsync(Clerk, fill?.Invoke(form) ?? form, TestDistrict.Ct);
    }

    public async Task TakeOfficeAsync(DateOnly? plannedUntil = null)
    {
        await ProposeAsync();
        await StepAsync(CrossState.Studied, -20);
        await StepAsync(CrossState.Approved, -15, f => f with { Confirmation = Confirmation.Approval });
        await StepAsync(CrossState.InOffice, -10, f => f with { PlannedUntil = plannedUntil });
    }

    public async Task<Guid> UnitWithOrganizationAsync(string name, CoBuilding.Places.Place place)
    {
        var form = new EnterUnit.Form
        {
            Name = name,
            Kind = UnitKind.School,
            PlaceId = place.Id,
            PartyOrganization = PartyOrganizationKind.GeneralBranch,
        };
        await District.Use<EnterUnit>().RunAsync(District.Admin, form, TestDistrict.Ct);
        return form.UnitId;
    }
}
