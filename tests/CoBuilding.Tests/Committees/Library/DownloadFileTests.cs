using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees.Library;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Library;

public class DownloadFileTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_file_is_kept_as_it_was_brought_and_each_taking_is_journaled()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var id = await LibraryFixture.AddAsync(
            district,
            clerk,
            LibraryFixture.Charter(district, committee) with
            {
                FullText = "",
                File = await LibraryFixture.FileAsync("第一条 总则"),
            }
        );
        var seen = await LibraryFixture.SeeAsync(district, clerk, id);
        Assert.Equal(
            ("章程.txt", 16, true, "clerk" + district.Street1.Code),
            (seen.File!.Name, seen.File.Size, seen.File.HasText, seen.File.UploadedBy)
        );
        var taken = await district.Use<DownloadFile>().AskAsync(clerk, new(id), Ct);
        Assert.Equal(("章程.txt", "text/plain", "第一条 总则"), (taken.FileName, taken.ContentType, Encoding.UTF8.GetString(taken.Bytes)));

        var journal = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "kept_files", Size = 100 }, Ct)).Rows;
        Assert.Equal(["exported", "added"], journal.Select(e => e.Action));
        Assert.All(journal, e => Assert.DoesNotContain("5LiA5p2h", e.After, StringComparison.Ordinal)); // the content in Base64
        Assert.Contains("\"Content\": \"…\"", journal[^1].After, StringComparison.Ordinal);
        await LibraryFixture.RefusedAsync("NoText", () => district.Use<ExportLibraryDocumentPaper>().AskAsync(clerk, new(id), Ct));
    }
}
