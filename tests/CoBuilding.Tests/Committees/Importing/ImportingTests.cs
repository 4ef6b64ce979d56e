using CoBuilding.Access;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Records;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Committees.Importing;

public class ImportingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_merged_unit_is_not_entered_again_and_lists_still_come_back_as_they_left()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (twice, unit) = (
            await district.UnitAsync(district.Community1, "大连湾中学校"),
            await district.UnitAsync(district.Community1, "大连湾中学")
        );
        await district.PersonAsync(twice, "王强", secretary: true, liaison: true);
        await district
            .Use<MergeUnits>()
            .RunAsync(
                district.Admin,
                new()
                {
                    DuplicateId = twice,
                    ExpectedVersion = 2,
                    SurvivorId = unit,
                },
                Ct
            );

        const string header = "系统编号\t单位名称\t类型\t社区\n";
        var check = await district.CheckUnitsAsync(
            district.Admin,
            Pasted(header + $"\t大连湾中学校\t学校\t东一社区\n{twice}\t大连湾中学校\t学校\t东一社区\n\t大连湾中学\t学校\t东一社区")
        );
        Assert.Equal([RowStatus.Error, RowStatus.Error, RowStatus.Skip], check.Rows.Select(r => r.Status));
        Assert.Contains("已并入", check.Rows[0].Messages[0], StringComparison.Ordinal);
        await RoundTripAsync(district);
    }

    [Fact]
    public async Task A_merged_person_is_the_one_that_stands_in_the_lists()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, unit, secretary) = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var twice = await district.PersonAsync(unit, "书记大名", liaison: true);
        await district
            .Use<MergePeople>()
            .RunAsync(
                district.Admin,
                new()
                {
                    DuplicateId = twice,
                    ExpectedVersion = 1,
                    SurvivorId = secretary,
                },
                Ct
            );

        var check = await district.CheckPeopleAsync(
            district.Admin,
            Pasted("姓名\t单位\t职务\t手机号\n大连湾中学书记\t大连湾中学\t书记\t13900139000")
        );
        Assert.Equal((0, 1, 0, 0), check.Counts());
        await RoundTripAsync(district);
    }

    private static async Task RoundTripAsync(TestDistrict district)
    {
        var admin = district.Admin;
        foreach (
            var check in new[]
            {
                await district.CheckUnitsAsync(
                    admin,
                    new ImportSource((await district.Use<ExportUnitsWorkbook>().AskAsync(admin, new() { WithEnded = true }, Ct)).Bytes)
                ),
                await district.CheckPeopleAsync(
                    admin,
                    new ImportSource((await district.Use<ExportPeopleWorkbook>().AskAsync(admin, new() { WithEnded = true }, Ct)).Bytes)
                ),
                await district.CheckRosterAsync(
                    admin,
                    new ImportSource(
                        (await district.Use<ExportRostersForImportWorkbook>().AskAsync(admin, new() { WithPast = true }, Ct)).Bytes
                    )
                ),
            }
        )
            Assert.Empty(
                check
                    .Rows.Where(r => r.Status != RowStatus.Skip)
                    .Select(r => $"{r.Status} {string.Join('|', r.Shown)} {string.Join('|', r.Changes)} {string.Join('|', r.Messages)}")
            );
    }
}
