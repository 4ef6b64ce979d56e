using CoBuilding.Committees.Library;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Library;

public class IssueLibraryVersionTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_version_replaces_the_one_before_from_its_first_day_and_earlier_ones_stay_readable()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var id = await LibraryFixture.AddAsync(district, clerk, LibraryFixture.Charter(district, committee));
        await LibraryFixture.IssueAsync(district, clerk, id, district.Today.AddMonths(-1));
        await LibraryFixture.IssueAsync(district, clerk, id, district.Today.AddDays(10), "将施行的文本");

        var now = await LibraryFixture.SeeAsync(district, clerk, id);
        Assert.Equal(
            [(3, VersionState.Coming), (2, VersionState.InForce), (1, VersionState.Replaced)],
            now.Versions.Select(v => (v.Number, v.State))
        );
        Assert.Equal((2, "修订后的文本"), (now.Shown.Number, now.FullText));
        Assert.Equal([null, district.Today.AddDays(10), district.Today.AddMonths(-1)], now.Versions.Select(v => v.Until));
        Assert.Equal("第一条 总则\n第二条 职责", (await LibraryFixture.SeeAsync(district, clerk, id, 1)).FullText);
        await Assert.ThrowsAsync<NotFound>(() => LibraryFixture.SeeAsync(district, clerk, id, 9));
        var row = Assert.Single(
            (await district.Use<ListLibraryDocuments>().AskAsync(clerk, new() { CommitteeId = committee, Search = "dgwzc" }, Ct)).Rows
        );
        Assert.Equal((2, 3, 3), (row.Now!.Number, row.Coming!.Number, row.Versions));

        district.Clock.Advance(TimeSpan.FromDays(10));
        clerk = await district.SignInAsync("clerk" + district.Street1.Code);
        Assert.Equal("将施行的文本", (await LibraryFixture.SeeAsync(district, clerk, id)).FullText);
    }

    [Fact]
    public async Task Versions_follow_on_each_other_and_hold_after_they_were_adopted()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var form = LibraryFixture.Charter(district, committee);
        await LibraryFixture.RefusedAsync(
            "NotYetAdopted",
            () =>
                LibraryFixture.AddAsync(
                    district,
                    clerk,
                    form with
                    {
                        AdoptedOn = district.Today.AddDays(1),
                        From = district.Today.AddDays(1),
                    }
                )
        );
        await LibraryFixture.RefusedAsync(
            "InForceBeforeAdopted",
            () => LibraryFixture.AddAsync(district, clerk, form with { From = form.AdoptedOn!.Value.AddDays(-1) })
        );
        var id = await LibraryFixture.AddAsync(district, clerk, form);
        await LibraryFixture.RefusedAsync("NotAfterTheOneBefore", () => LibraryFixture.IssueAsync(district, clerk, id, form.From!.Value));
        await LibraryFixture.RefusedAsync(
            "TitleIsTaken",
            () => LibraryFixture.AddAsync(district, clerk, LibraryFixture.Charter(district, committee))
        );
        await Assert.ThrowsAsync<Stale>(() =>
            district
                .Use<IssueLibraryVersion>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        DocumentId = id,
                        ExpectedVersion = 9,
                        FullText = "文",
                        AdoptedOn = district.Today,
                        From = district.Today,
                    },
                    Ct
                )
        );
        foreach (
            var wrong in new[]
            {
                form with
                {
                    FullText = " ",
                },
                form with
                {
                    Title = "",
                },
                form with
                {
                    DocumentKind = "",
                },
                form with
                {
                    FullText = new string('文', LibraryVersion.LongestText + 1),
                },
            }
        )
            await Assert.ThrowsAsync<ValidationFailed>(() =>
                LibraryFixture.AddAsync(
                    district,
                    clerk,
                    wrong with
                    {
                        OperationId = Guid.CreateVersion7(),
                        DocumentId = Guid.CreateVersion7(),
                    }
                )
            );
    }
}
