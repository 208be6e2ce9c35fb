export { mostPhotoBytes, mostPhotos, type PhotoProblem, type PhotoView } from "./photo.ts";
export { type AddPhotosRefusal, addPhotos, readPhoto, removePhoto } from "./photos.ts";
