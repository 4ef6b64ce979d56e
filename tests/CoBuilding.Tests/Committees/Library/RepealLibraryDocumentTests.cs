using CoBuilding.Committees.Library;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Library;

public class RepealLibraryDocumentTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_repealed_document_takes_no_version_and_leaves_its_title_to_another()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var id = await LibraryFixture.AddAsync(district, clerk, LibraryFixture.Charter(district, committee));
        await LibraryFixture.RefusedAsync(
            "RepealedBeforeItHeld",
            () => LibraryFixture.RepealAsync(district, clerk, id, district.Today.AddYears(-1))
        );
        await LibraryFixture.RepealAsync(district, clerk, id, district.Today);
        await LibraryFixture.RefusedAsync("IsRepealed", () => LibraryFixture.RepealAsync(district, clerk, id, district.Today));
        await LibraryFixture.RefusedAsync("IsRepealed", () => LibraryFixture.IssueAsync(district, clerk, id, district.Today));
        var seen = await LibraryFixture.SeeAsync(district, clerk, id);
        Assert.Equal((VersionState.Repealed, "并入工作制度"), (seen.Shown.State, seen.RepealReason));
        Assert.Empty((await district.Use<ListLibraryDocuments>().AskAsync(clerk, new() { CommitteeId = committee }, Ct)).Rows);
        Assert.Single(
            (await district.Use<ListLibraryDocuments>().AskAsync(clerk, new() { CommitteeId = committee, WithRepealed = true }, Ct)).Rows
        );
        await LibraryFixture.AddAsync(district, clerk, LibraryFixture.Charter(district, committee));
    }
}
