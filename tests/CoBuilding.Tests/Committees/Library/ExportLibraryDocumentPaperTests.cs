using CoBuilding.Committees.Library;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Library;

public class ExportLibraryDocumentPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_text_comes_as_a_paper_too_and_a_title_can_be_mended()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var id = await LibraryFixture.AddAsync(district, clerk, LibraryFixture.Charter(district, committee));
        var paper = await district.Use<ExportLibraryDocumentPaper>().AskAsync(clerk, new(id), Ct);
        Assert.Equal("大工委章程2026-11-23.docx", paper.FileName);
        Assert.True((await TestReader.FileAsync(paper.FileName, paper.Word().Bytes)).HasText);
        await district
            .Use<EditLibraryDocument>()
            .RunAsync(
                clerk,
                new()
                {
                    DocumentId = id,
                    ExpectedVersion = 1,
                    DocumentKind = "工作规程",
                    Title = "大工委工作规程",
                },
                Ct
            );
        Assert.Equal(
            ("工作规程", "大工委工作规程"),
            ((await LibraryFixture.SeeAsync(district, clerk, id)).DocumentKind, (await LibraryFixture.SeeAsync(district, clerk, id)).Title)
        );
    }
}
