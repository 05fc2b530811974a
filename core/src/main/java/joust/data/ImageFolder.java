package joust.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a folder of pictures, each as one row of gray values from 0 (black) to 1 (white), row-major from the top left:
 * PGM, and where the Java runtime has the module java.desktop also PNG, JPEG and BMP. Pictures in sub-folders are
 * labelled with the name of their sub-folder; classes are in the order of these names (as numbers if all are whole
 * numbers), rows in the order of class and file name. Files with other endings, and files and folders whose name begins
 * with a dot, are passed over.
 *
 * <p>Color becomes luma, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601); transparency does not count. All pictures must be
 * of one size.
 */
public final class ImageFolder {
    private static final String PICTURES = "pictures that end in .png, .jpg, .jpeg, .bmp or .pgm";

    private ImageFolder() {}

    /**
     * Reads the pictures of a folder, or of its sub-folders.
     *
     * @throws DataException if there is no such folder, no picture in it or none in one of its sub-folders, if pictures
     *     stand both in it and in sub-folders, if a picture cannot be read or is of another size than the first, or if
     *     it is of a format that needs the module java.desktop and that is missing
     */
    public static FiniteSamples read(Path folder) {
        return read(folder, ModuleLayer.boot().findModule("java.desktop").isPresent());
    }

    /**
     * As {@link #read(Path)}.
     *
     * @param desktop whether the module java.desktop is there
     */
    static FiniteSamples read(Path folder, boolean desktop) {
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder) ? "a file" : "none of that name";
            throw new DataException(folder.toString(), "", "a folder of pictures", found);
        }
        List<Path> pictures = PictureFiles.pictures(folder);
        List<Path> classFolders = PictureFiles.subFolders(folder);
        if (!pictures.isEmpty()) {
            classFolders = classFolders.stream()
                    .filter(subFolder -> !PictureFiles.pictures(subFolder).isEmpty())
                    .toList();
        }
        if (pictures.isEmpty() == classFolders.isEmpty()) {
            String found = pictures.isEmpty() ? "neither" : "both";
            throw new DataException(folder.toString(), "", PICTURES + ", either in it or in its sub-folders", found);
        }
        PictureRows rows = new PictureRows(folder.toString(), desktop);
        if (classFolders.isEmpty()) {
            pictures.forEach(rows::add);
            return rows.samples();
        }
        return labelled(
                folder,
                ClassNames.sorted(classFolders.stream().map(PictureFiles::name).toList()),
                rows);
    }

    private static FiniteSamples labelled(Path folder, List<String> classNames, PictureRows rows) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < classNames.size(); i++) {
            Path classFolder = folder.resolve(classNames.get(i));
            List<Path> pictures = PictureFiles.pictures(classFolder);
            if (pictures.isEmpty()) {
                throw new DataException(classFolder.toString(), "", PICTURES, "none");
            }
            for (Path picture : pictures) {
                rows.add(picture);
                labels.add(i);
            }
        }
        return rows.samples()
                .withLabels(labels.stream().mapToInt(Integer::intValue).toArray(), classNames);
    }
}
