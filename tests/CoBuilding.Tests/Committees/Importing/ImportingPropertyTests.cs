using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Documents.Importing;
using CoBuilding.Places;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using CsCheck;

namespace CoBuilding.Tests.Committees.Importing;

/// <summary>Exported data can be imported again without new, changed or wrong rows.</summary>
public class ImportingPropertyTests(TestCluster cluster)
{
    private sealed record Drawn(
        string Name,
        string? ShortName,
        UnitKind Kind,
        bool InCommunity,
        string Secretary,
        string? Mobile,
        string Title,
        int Begins,
        int? Ends,
        bool IsGone
    );

    private static readonly Gen<string> Names = Gen.Char["甲乙丙丁大连湾中学１２3=+@-'\"<&>·•. (（）)AaＡ,，"]
        .Array[1, 12]
        .Select(c => new string(c))
        .Where(n => n.Trim().Length > 0);

    private static readonly Gen<Drawn> Units = Gen.Select(
            Names,
            Names.Null(),
            Gen.Enum<UnitKind>(),
            Gen.Bool,
            Gen.Char["王李张赵·１ "].Array[1, 6].Select(c => new string(c)).Where(n => n.Trim().Length > 0),
            Gen.Int[0, 2].Select(n => new[] { null, "13800138000", "0411-87654321" }[n]),
            Names,
            Gen.Select(Gen.Int[0, 1_000], Gen.Int[1, 800].Nullable(), Gen.Bool)
        )
        .Select(
            (name, shortName, kind, inCommunity, secretary, mobile, title, rest) =>
                new Drawn(name, shortName, kind, inCommunity, secretary, mobile, title, rest.Item1, rest.Item2, rest.Item3)
        );

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Units_people_and_rosters_come_back_as_they_left()
    {
        await Units
            .Array[1, 12]
            .SampleAsync(
                async drawn =>
                {
                    var district = await TestDistrict.CreateAsync(cluster);
                    var admin = district.Admin;
                    var committee = new EstablishCommittee.Form
                    {
                        Kind = CommitteeKind.BigWorking,
                        PlaceId = district.Street1.Id,
                        Name = "大工委",
                        EstablishedOn = district.Today.AddYears(-4),
                    };
                    await district.Use<EstablishCommittee>().RunAsync(admin, committee, Ct);
                    // A list takes names for the same that differ in blanks, width or case alone.
                    foreach (var one in drawn.DistinctBy(d => (SynonymFile.Key(d.Name), d.InCommunity)))
                        await EnterAsync(district, committee.CommitteeId, one);

                    var units = await district.CheckUnitsAsync(
                        admin,
                        new ImportSource((await district.Use<ExportUnitsWorkbook>().AskAsync(admin, new() { WithEnded = true }, Ct)).Bytes)
                    );
                    var people = await district.CheckPeopleAsync(
                        admin,
                        new ImportSource((await district.Use<ExportPeopleWorkbook>().AskAsync(admin, new() { WithEnded = true }, Ct)).Bytes)
                    );
                    var roster = await district.CheckRosterAsync(
                        admin,
                        new ImportSource(
                            (await district.Use<ExportRostersForImportWorkbook>().AskAsync(admin, new() { WithPast = true }, Ct)).Bytes
                        )
                    );
                    foreach (var check in new[] { units, people, roster })
                    {
                        Assert.Empty(
                            check
                                .Rows.Where(r => r.Status != RowStatus.Skip)
                                .Select(r =>
                                    $"{r.Status} {string.Join('|', r.Shown)} {string.Join('|', r.Changes)} {string.Join('|', r.Messages)}"
                                )
                        );
                        Assert.NotEmpty(check.Rows);
                    }
                },
                seed: "4yj_Rk8bNT33",
                iter: 12,
                threads: 1
            );
    }

    private static async Task EnterAsync(TestDistrict district, Guid committee, Drawn drawn)
    {
        var place = drawn.InCommunity ? district.Community1 : district.Street1;
        var unit = new EnterUnit.Form
        {
            Name = drawn.Name,
            ShortName = drawn.ShortName,
            Kind = drawn.Kind,
            PlaceId = place.Id,
            Remark = drawn.Title,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, unit, Ct);
        var person = new EnterPerson.Form
        {
            UnitId = unit.UnitId,
            Name = drawn.Kind == UnitKind.Military ? "" : drawn.Secretary,
            Title = drawn.Title,
            Mobile = drawn.Mobile,
            Email = drawn.Mobile is null ? null : "office@example.cn",
            IsSecretary = true,
            IsLiaisonOfficer = drawn.IsGone,
            From = district.Today.AddDays(-1_000),
        };
        await district.Use<EnterPerson>().RunAsync(district.Admin, person, Ct);
        var from = district.Today.AddDays(-drawn.Begins);
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit.UnitId,
            PersonId = person.PersonId,
            Title = drawn.Title,
            From = from,
            LetterNumber = drawn.ShortName,
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct);
        if (drawn.Ends is not { } days)
            return;
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = 1,
                    On = from > district.Today ? from.AddDays(days) : district.Today.AddDays(days),
                    Reason = EndReason.Retired,
                },
                Ct
            );
    }
}
