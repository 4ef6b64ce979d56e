using CoBuilding.Committees.Library;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Library;

public class CorrectLibraryVersionTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_correction_keeps_the_number_stays_between_its_neighbors_and_says_why()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var id = await LibraryFixture.AddAsync(
            district,
            clerk,
            LibraryFixture.Charter(district, committee) with
            {
                File = await LibraryFixture.FileAsync(),
            }
        );
        await LibraryFixture.IssueAsync(district, clerk, id, district.Today.AddMonths(-1));
        await LibraryFixture.IssueAsync(district, clerk, id, district.Today);
        var form = new CorrectLibraryVersion.Form
        {
            DocumentId = id,
            VersionNumber = 2,
            FullText = "修订后的文本",
            AdoptedOn = district.Today.AddMonths(-2),
            AdoptedBy = "第二次全体会议",
            From = district.Today.AddMonths(-1),
            CorrectionReason = "通过日期录错",
        };
        await LibraryFixture.RefusedAsync("NotBeforeTheNext", () => CorrectAsync(form with { From = district.Today }));
        await LibraryFixture.RefusedAsync(
            "NotAfterTheOneBefore",
            () => CorrectAsync(form with { AdoptedOn = district.Today.AddYears(-1), From = district.Today.AddYears(-1) })
        );
        await CorrectAsync(form);
        await LibraryFixture.RefusedAsync("NothingCorrected", () => CorrectAsync(form));
        var seen = await LibraryFixture.SeeAsync(district, clerk, id, 2);
        Assert.Equal(("第二次全体会议", "通过日期录错"), (seen.Shown.AdoptedBy, Assert.Single(seen.Corrections).Reason));
        Assert.Equal(3, seen.Versions.Count);

        // The file stays only if confirmed.
        var first = new CorrectLibraryVersion.Form
        {
            DocumentId = id,
            VersionNumber = 1,
            KeepsFile = true,
            AdoptedOn = district.Today.AddYears(-1),
            From = district.Today.AddYears(-1),
            CorrectionReason = "正文以附件为准",
        };
        await CorrectAsync(first);
        Assert.Equal(
            (null, "章程.txt"),
            (
                (await LibraryFixture.SeeAsync(district, clerk, id, 1)).FullText,
                (await LibraryFixture.SeeAsync(district, clerk, id, 1)).File?.Name
            )
        );
        await CorrectAsync(first with { KeepsFile = false, FullText = "补录正文" });
        Assert.Null((await LibraryFixture.SeeAsync(district, clerk, id, 1)).File);
        await Assert.ThrowsAsync<ValidationFailed>(() => CorrectAsync(first with { KeepsFile = false }));
        await LibraryFixture.RefusedAsync("NoText", () => CorrectAsync(first));

        async Task CorrectAsync(CorrectLibraryVersion.Form wrong) =>
            await district
                .Use<CorrectLibraryVersion>()
                .RunAsync(
                    clerk,
                    wrong with
                    {
                        ExpectedVersion = (await LibraryFixture.SeeAsync(district, clerk, id)).RowVersion,
                        OperationId = Guid.CreateVersion7(),
                        NewRowId = Guid.CreateVersion7(),
                    },
                    Ct
                );
    }
}
