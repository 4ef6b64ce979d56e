using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

/// <summary>A community with nominees, and the steps that a nomination takes.</summary>
internal static class NominationsFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<(TestDistrict, Guid)> CommunityAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.CommitteeAsync(district.Community1, CommitteeKind.BigParty));
    }

    /// <summary>An individual, so that many fit on one committee.</summary>
    public static async Task<Guid> NomineeAsync(TestDistrict district, Guid committee, string name)
    {
        var unit = await district.UnitAsync(district.Community1, name + "校");
        return await district.NominateAsync(committee, await district.PersonAsync(unit, name));
    }

    public static async Task<Guid> SubmittedAsync(TestDistrict district, Guid committee, string name)
    {
        var id = await NomineeAsync(district, committee, name);
        foreach (var action in new[] { NominationAction.Consented, NominationAction.Screened, NominationAction.Submitted })
            await StepAsync(district, district.Admin, id, action);
        return id;
    }

    public static async Task StepAsync(
        TestDistrict district,
        Scope scope,
        Guid id,
        NominationAction action,
        string? document = null,
        string? letter = null,
        DateOnly? on = null,
        bool isWilling = true
    )
    {
        var version = (await district.Use<SeeNomination>().AskAsync(scope, id, Ct)).Row.RowVersion;
        await district
            .Use<AdvanceNominations>()
            .RunAsync(
                scope,
                new()
                {
                    Rows = [new(id, version)],
                    Action = action,
                    On = on ?? district.Today,
                    DocumentNumber = document,
                    LetterNumber = letter,
                    Source = ConsentSource.Phone,
                    PersonIsWilling = isWilling,
                },
                Ct
            );
    }
}
